"""Addresses below the main page of the pool."""

from django.urls import path

from plugins.resources.feeds import calendar
from plugins.resources.views import baskets, lists, offers, requests, things

urlpatterns = [
    path("", lists.pool, name="list"),
    path("korb/", baskets.show, name="basket"),
    path("korb/dazu/", baskets.add, name="add"),
    path("korb/<int:pk>/", baskets.change, name="line"),
    path("korb/<int:pk>/weg/", baskets.remove, name="remove"),
    path("anfrage/<str:token>/", requests.show, name="status"),
    path("anfrage/<str:token>/bestaetigen/", requests.confirm, name="confirm"),
    path("anfrage/<str:token>/angebot/", offers.answer, name="offer"),
    path("kalender/<uuid:key>.ics", calendar, name="calendar"),
    path("anfrage/<str:token>/stornieren/", requests.cancel, name="cancel"),
    path("anfrage/<str:token>/<int:pk>/", requests.change, name="change"),
    path("raum/<slug:slug>/", things.room, name="room"),
    path("set/<slug:slug>/", things.kit, name="kit"),
    path("<slug:slug>/", things.article, name="article"),
]
