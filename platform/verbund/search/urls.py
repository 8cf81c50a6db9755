"""Addresses of the search, below `/suche/` and its translations."""

from django.urls import path

from . import newest_views, views

urlpatterns = [
    path("", views.results, name="search"),
    path("feed/", views.feed, name="search_feed"),
    path("neues/", newest_views.newest, name="search_newest"),
    path("neues/feed/", newest_views.feed, name="search_newest_feed"),
    path("vorschlaege/", views.suggestions, name="search_suggestions"),
    path("beschreibung.xml", views.description, name="search_description"),
]
