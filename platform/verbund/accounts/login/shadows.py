"""Wagtail's own ways in are not there: each leads to allauth's, behind the second factor."""

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST
from wagtail.admin.views.account import LogoutView


def to_login(request: HttpRequest, **kwargs: str) -> HttpResponseRedirect:
    """With what was asked for; the login itself looks whether it may lead there."""
    target = request.GET.get("next")
    query = f"?{urlencode({'next': target})}" if target else ""
    return HttpResponseRedirect(reverse("account_login") + query)


def to_reset(request: HttpRequest, **kwargs: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("account_reset_password"))


@require_POST
def log_out(request: HttpRequest) -> HttpResponseBase:
    """Wagtail's; but its view takes the cookie of who only looks at its address, too."""
    response: HttpResponseBase = LogoutView.as_view()(request)
    return response


def admin_urls() -> list[URLPattern]:
    """Stand before Wagtail's, below /admin/."""
    return [
        path("login/", to_login),
        path("logout/", log_out),
        re_path(r"^password_reset/", to_reset),
    ]
