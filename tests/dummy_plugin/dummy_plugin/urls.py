"""Addresses below the main page."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from dummy_plugin.models import DummyIndexPage


def part(request: HttpRequest, page: DummyIndexPage, number: int) -> HttpResponse:
    return HttpResponse(f"{page.title}: {number}")


urlpatterns = [path("part/<int:number>/", part, name="part")]
