"""Wagtail's own ways in are not there: each leads to allauth's, behind the second factor."""

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, path, re_path, reverse
from django.utils.http import urlencode


def to_login(request: HttpRequest, **kwargs: str) -> HttpResponseRedirect:
    """With what was asked for; the login itself looks whether it may lead there."""
    target = request.GET.get("next")
    query = f"?{urlencode({'next': target})}" if target else ""
    return HttpResponseRedirect(reverse("account_login") + query)


def to_reset(request: HttpRequest, **kwargs: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("account_reset_password"))


def admin_urls() -> list[URLPattern]:
    """Stand before Wagtail's, below /admin/."""
    return [
        path("login/", to_login),
        re_path(r"^password_reset/", to_reset),
    ]
