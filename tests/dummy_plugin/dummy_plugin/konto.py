"""A part of the member area."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from verbund.plugin import AccountSection, TodoItem


def samples(request: HttpRequest) -> HttpResponse:
    member = request.member  # type: ignore[attr-defined]  # set for members alone
    return HttpResponse(f"Proben von {member}")


def waiting(request: HttpRequest) -> list[TodoItem]:
    return [TodoItem("Eine Probe ansehen", 1, "/konto/proben/")]


def routes() -> list[URLPattern]:
    return [path("", samples, name="samples")]


account_sections = (
    AccountSection(
        "proben", "Proben", urlpatterns=routes, todo=waiting, summary=lambda request: "Drei Proben"
    ),
)
