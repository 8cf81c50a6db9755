"""Addresses below a main page of the directory."""

from django.urls import path

from plugins.members import views
from plugins.members.enums import FEED_SLUG

urlpatterns = [
    path("", views.directory, name="list"),
    path(f"{FEED_SLUG}/", views.feed, name="feed"),
    path("liste.pdf", views.list_pdf, name="pdf"),
    path("liste.csv", views.list_csv, name="csv"),
    path("<slug:slug>/", views.entry, name="entry"),
    path("<slug:slug>/kontakt.vcf", views.vcard, name="vcard"),
    path("<slug:slug>/qr.svg", views.qr_code, name="qr"),
]
