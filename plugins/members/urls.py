"""Addresses below a main page of the directory."""

from django.urls import path

from plugins.members import public_views, token_views, views
from plugins.members.enums import APPLY_SLUG, BY_MAIL_SLUG, FEED_SLUG, SENT_SLUG, SUBSCRIBE_SLUG

urlpatterns = [
    path("", views.directory, name="list"),
    path(f"{FEED_SLUG}/", views.feed, name="feed"),
    path("liste.pdf", views.list_pdf, name="pdf"),
    path("liste.csv", views.list_csv, name="csv"),
    path(f"{APPLY_SLUG}/", public_views.apply, name="apply"),
    path(f"{APPLY_SLUG}/<str:token>/", public_views.confirm_application, name="applied"),
    path(f"{SENT_SLUG}/", public_views.sent, name="sent"),
    path(f"{SUBSCRIBE_SLUG}/", public_views.subscribe, name="subscribe"),
    path(f"{SUBSCRIBE_SLUG}/ja/<str:token>/", public_views.confirm_subscription, name="subscribed"),
    path(f"{SUBSCRIBE_SLUG}/ende/<str:token>/", public_views.end_subscription, name="ended"),
    path(f"{BY_MAIL_SLUG}/<str:token>/", token_views.ask, name="ask"),
    path(f"{BY_MAIL_SLUG}/<str:token>/<slug:step>/", token_views.step, name="edit"),
    path("<slug:slug>/", views.entry, name="entry"),
    path("<slug:slug>/fehler-melden/", public_views.report, name="report"),
    path("<slug:slug>/gehoert-uns/", public_views.claim, name="claim"),
    path("<slug:slug>/kontakt.vcf", views.vcard, name="vcard"),
    path("<slug:slug>/qr.svg", views.qr_code, name="qr"),
]
