"""Answers `/-/health` on any host, before anything else can fail."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase


class HealthMiddleware:
    """The process runs and answers; whether it can work is what `/-/ready` says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse | HttpResponseBase:
        if request.path == "/-/health":
            return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})
        return self.get_response(request)
