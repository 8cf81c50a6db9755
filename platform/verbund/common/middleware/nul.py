"""Refuses an address with a NUL in it: PostgreSQL keeps none, so that every query would fail."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponseBadRequest, JsonResponse
from django.http.response import HttpResponseBase

TEXT = "Diese Adresse enthält ein Zeichen, das es in keiner Adresse gibt."


class NulMiddleware:
    """No browser sends one; what does is looking for holes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not has_nul(request):
            return self.get_response(request)
        if request.path.startswith("/api/"):
            problem = {"code": "bad_request", "message": TEXT, "errors": []}
            return JsonResponse(problem, status=400)
        return HttpResponseBadRequest(TEXT, content_type="text/plain; charset=utf-8")


def has_nul(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    return "\0" in request.path or b"\0" in unquote_to_bytes(query)
