"""Addresses below a main page of the news."""

from django.urls import path

from plugins.news import views
from plugins.news.enums import FEED_SLUG

urlpatterns = [
    path("", views.news_list, name="list"),
    path(f"{FEED_SLUG}/", views.news_feed, name="feed"),
]
