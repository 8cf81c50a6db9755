"""Addresses of the search, below `/suche/` and its translations."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.results, name="search"),
    path("feed/", views.feed, name="search_feed"),
]
