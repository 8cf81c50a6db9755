"""The language comes from the path alone: never from a header or a cookie.

So a page's bytes depend on its address only, and it may be kept by any cache.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

_CODES = {code for code, _name in settings.LANGUAGES}


def language_of_path(path: str) -> str:
    """The code in front of the path, else the default language."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in _CODES else settings.LANGUAGE_CODE


class PathLanguageMiddleware:
    """Activates the path's language; Wagtail's admin then takes its user's own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = language_of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
