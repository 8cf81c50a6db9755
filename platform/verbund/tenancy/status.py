"""What a tenant's status means for a visitor."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render

from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.preview import may_preview

CONSOLE = "/betrieb/"
STAFF_PATHS = ("/admin/", "/anmeldung/", "/-/", "/static/")
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class TenantStatusMiddleware:
    """Ready is public, a draft shows itself to its staff, a suspended site says whom to ask.

    An archived site can be read but takes no form. In maintenance nobody works here at all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._refusal(request) or self.get_response(request)
        if request.tenant.status == TenantStatus.DRAFT:  # type: ignore[attr-defined]  # as below
            response.headers["Cache-Control"] = "private, no-store"
        return response

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        tenant = request.tenant  # type: ignore[attr-defined]  # set by TenantMiddleware
        if request.path.startswith("/-/"):
            return None
        if tenant.maintenance:
            return _closed(request, "status/maintenance.html")
        if tenant.status == TenantStatus.SUSPENDED:
            return _closed(request, "status/suspended.html")
        if tenant.status == TenantStatus.ARCHIVED and _writes(request):
            return _closed(request, "status/archived.html", status=403)
        if without_language(request).startswith(STAFF_PATHS):
            return None
        if tenant.kind == TenantKind.OPERATOR:
            is_console = without_language(request).startswith(CONSOLE)
            return None if is_console else HttpResponseRedirect(CONSOLE)
        if tenant.status == TenantStatus.DRAFT and not _may_see(request):
            return _closed(request, "status/draft.html")
        return None


def without_language(request: HttpRequest) -> str:
    """The path as it is in German: an area is the same in every language."""
    code = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    return request.path if code == settings.LANGUAGE_CODE else request.path.removeprefix(f"/{code}")


def _writes(request: HttpRequest) -> bool:
    """Whatever is more than reading, but logging in and out: its staff still read the admin."""
    if request.method in SAFE_METHODS:
        return False
    return not without_language(request).startswith(("/anmeldung/", "/admin/logout/"))


def _may_see(request: HttpRequest) -> bool:
    return may_preview(request) or _is_staff(request)


def _is_staff(request: HttpRequest) -> bool:
    # Without a cookie there is no session to read.
    return bool(request.COOKIES) and request.user.has_perm("wagtailadmin.access_admin")


def _closed(request: HttpRequest, template: str, status: int = 503) -> HttpResponse:
    request.is_closed = True  # type: ignore[attr-defined]  # its frame then shows no page
    response = render(request, template, status=status)
    response.headers["Cache-Control"] = "no-store"
    if status == 503:
        response.headers["Retry-After"] = "3600"
    return response
