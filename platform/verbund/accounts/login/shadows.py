"""Wagtail's own ways in are not there: each leads to allauth's, behind the second factor."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path, reverse
from django.utils.http import urlencode
from wagtail.admin.views.account import LogoutView


def to_login(request: HttpRequest, **kwargs: str) -> HttpResponseRedirect:
    """With what was asked for; the login itself looks whether it may lead there."""
    target = request.GET.get("next")
    query = f"?{urlencode({'next': target})}" if target else ""
    return HttpResponseRedirect(reverse("account_login") + query)


def to_reset(request: HttpRequest, **kwargs: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("account_reset_password"))


def log_out(request: HttpRequest) -> HttpResponseBase:
    """Wagtail's; but its view takes the cookie of who only looks at its address, too."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("wagtailadmin_home"))
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    response: HttpResponseBase = LogoutView.as_view()(request)
    return response


def admin_urls() -> list[URLPattern]:
    """Stand before Wagtail's, below /admin/."""
    return [
        path("login/", to_login),
        path("logout/", log_out, name="wagtailadmin_logout"),
        re_path(r"^password_reset/", to_reset),
    ]
