"""What a visitor without an account gets may be kept by any cache, and says for how long."""

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

PUBLIC_FOR = "public, max-age=60, stale-while-revalidate=300"
PRIVATE_AREAS = ("/admin/", "/konto/", "/_util/")


class PublicPageMiddleware:
    """ETag, 304 and Cache-Control for pages that set no cookie and know no person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method not in {"GET", "HEAD"} or request.path.startswith(PRIVATE_AREAS):
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response
        if not isinstance(response, HttpResponse) or response.streaming or response.cookies:
            return response
        if response.status_code == 200 and not _knows_person(request):
            _drop_cookie_from_vary(response)
            response.headers.setdefault("Cache-Control", PUBLIC_FOR)
        elif not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-cache"
        return _conditional(request, response)


def _knows_person(request: HttpRequest) -> bool:
    session = getattr(request, "session", None)
    return bool(session and session.accessed and session.session_key)


def _drop_cookie_from_vary(response: HttpResponse) -> None:
    # The template asks "is somebody here?", which marks the page as depending on the cookie;
    # for a visitor without one it does not.
    vary = [name.strip() for name in response.headers.get("Vary", "").split(",")]
    kept = [name for name in vary if name and name.lower() != "cookie"]
    if kept:
        response.headers["Vary"] = ", ".join(kept)
    elif "Vary" in response.headers:
        del response.headers["Vary"]


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    if response.status_code != 200:
        return response
    if not response.has_header("ETag"):
        digest = hashlib.blake2b(response.content, digest_size=16).hexdigest()
        response.headers["ETag"] = f'"{digest}"'
    answer = get_conditional_response(request, etag=response.headers["ETag"], response=response)
    return answer or response
