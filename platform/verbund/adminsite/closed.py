"""Addresses of Wagtail's admin that the platform alone decides about: they are not there.

Menus and permissions hide them as well; the gate holds whoever asks, a superuser too.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, re_path

CLOSED = {
    "sites": "the tenant's domains decide",
    "locales": "the tenant's languages decide",
    "groups": "roles are the platform's",
    "workflows": "the review is the platform's",
    "api-tokens": "keys are made at apikeys/, with scopes and an end",
    "styleguide": "for developers",
    "failwhale": "for developers",
    "test404": "for developers",
    "embeds": "nothing of another host is shown here",
    "pages/usage": "for developers",
    "reports/page-types-usage": "for developers",
    "reports/workflow": "the dashboard says what waits for whom",
    "reports/workflow_tasks": "the dashboard says what waits for whom",
    "bulk/accounts/user": "goes round what an admin may give",
}
"""First part of the address below /admin/ → why."""


def not_here(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """:raises Http404: always."""
    raise Http404("The platform decides this.")


def closed_urls() -> list[URLPattern]:
    """Stand before Wagtail's own addresses."""
    return [re_path(rf"^{part}(?:/.*)?$", not_here) for part in CLOSED]
