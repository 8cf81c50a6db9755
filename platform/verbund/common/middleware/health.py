"""Answers `/-/health` on any host, before anything that can fail."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase


class HealthMiddleware:
    """The process runs and answers; whether it can work is what `/-/ready` says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse | HttpResponseBase:
        if request.path == "/-/health":
            headers = {"Cache-Control": "no-store", "X-Frame-Options": settings.X_FRAME_OPTIONS}
            return JsonResponse({"status": "ok"}, headers=headers)
        return self.get_response(request)
