"""What a visitor without an account gets may be kept by any cache, and says for how long."""

import gzip
import hashlib
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

PUBLIC_FOR = "public, max-age=60, stale-while-revalidate=300"
PRIVATE = "private, no-store"
PRIVATE_AREAS = re.compile(r"(/[a-z-]+)?/(admin|anmeldung|betrieb|konto)/")
WORTH_COMPRESSING = 500
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))")


class PublicPageMiddleware:
    """ETag, 304, Cache-Control and gzip for pages that set no cookie and know no person.

    Compressed are those alone: they hold no secret that their length could give away (BREACH).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or response.streaming:
            return response
        if not _is_public(request, response):
            response.headers.setdefault("Cache-Control", PRIVATE)
            return response
        response.headers.setdefault("Cache-Control", PUBLIC_FOR)
        response.headers["Vary"] = "Accept-Encoding"
        if not response.has_header("ETag"):
            response.headers["ETag"] = _etag(response.content)
        answer = get_conditional_response(request, etag=response.headers["ETag"], response=response)
        if answer is not None and answer is not response:
            return answer
        return _compressed(request, response)


def _is_public(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and response.status_code == 200
        and not response.cookies
        and not _knows_person(request)
        and not PRIVATE_AREAS.match(request.path)
        and "private" not in response.headers.get("Cache-Control", "")
        and "no-store" not in response.headers.get("Cache-Control", "")
    )


def _knows_person(request: HttpRequest) -> bool:
    """Whether somebody sent a session: staff see what they have just published at once."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _etag(content: bytes) -> str:
    """Weak: the same page compressed or not."""
    return f'W/"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'


def _compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    wanted = _GZIP.search(request.headers.get("Accept-Encoding", ""))
    if (
        not wanted
        or len(response.content) < WORTH_COMPRESSING
        or response.has_header("Content-Encoding")
    ):
        return response
    if not response.headers["ETag"].startswith("W/"):
        response.headers["ETag"] = f"W/{response.headers['ETag']}"
    response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
    response.headers["Content-Encoding"] = "gzip"
    if response.has_header("Content-Length"):
        response.headers["Content-Length"] = str(len(response.content))
    return response
