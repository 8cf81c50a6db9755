"""Error pages in the theme; the one for 500 needs neither database nor tenant."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.shortcuts import render
from django.template import loader

from verbund.tenancy.context import maybe_tenant


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if maybe_tenant() is None:
        return HttpResponseNotFound("Nicht gefunden.", content_type="text/plain; charset=utf-8")
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: sent too late, from elsewhere, or without cookies."""
    return render(request, "pages/form_expired.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(loader.get_template("500.html").render())
