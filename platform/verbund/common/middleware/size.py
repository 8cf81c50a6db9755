"""Refuses a request that is larger than any form needs, before a byte of it is kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render


class RequestSizeMiddleware:
    """Below the limit a file that is too large is an error at its field; above it, a page.

    A request without a length has no body for Django.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if length_of(request) > settings.VERBUND_MAX_REQUEST_SIZE:
            megabytes = settings.VERBUND_MAX_REQUEST_SIZE // (1024 * 1024)
            return render(request, "413.html", {"megabytes": megabytes}, status=413)
        return self.get_response(request)


def length_of(request: HttpRequest) -> int:
    """As the request says; one that says nonsense has none."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0
