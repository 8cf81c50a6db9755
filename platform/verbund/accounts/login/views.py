"""The answer to who tries too often."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from verbund.common.limits import in_words

DEFAULT = 60


def too_many(request: HttpRequest) -> HttpResponse:
    """429, with how long to wait in words and in Retry-After (seconds)."""
    seconds = getattr(request, "retry_after", DEFAULT)
    response = render(request, "429.html", {"wait": in_words(seconds)}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
