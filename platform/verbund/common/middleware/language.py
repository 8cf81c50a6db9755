"""The language comes from the path alone: never from a header or a cookie.

So a page's bytes depend on its address only, and it may be kept by any cache.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation


def language_of_path(path: str, languages: list[str]) -> str:
    """The code in front of the path if the site has that language, else German."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in languages else settings.LANGUAGE_CODE


class PathLanguageMiddleware:
    """Activates the path's language; Wagtail's admin then takes its user's own.

    A language that the site lacks is no prefix there: the address leads nowhere, in German.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        tenant = request.tenant  # type: ignore[attr-defined]  # set by TenantMiddleware
        language = language_of_path(request.path_info, tenant.languages)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
