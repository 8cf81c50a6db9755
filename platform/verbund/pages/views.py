"""Serving pages by language, and robots.txt."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from verbund.pages.translations import GERMAN, active_language
from verbund.tenancy.enums import TenantStatus


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """A page; in a language that lacks it, its translation elsewhere or the German page.

    :raises Http404: no such page in German either.
    """
    language = active_language()
    if language == GERMAN:
        # Wagtail would ask for the locale of a root that is German anyway.
        request._wagtail_route_for_request = _german_route(request, path)  # type: ignore[attr-defined]  # Wagtail's own
        return wagtail_serve(request, path)
    try:
        return wagtail_serve(request, path)
    except Http404:
        return _serve_german(request, path, language)


def _german_route(request: HttpRequest, path: str) -> RouteResult:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("No site.")
    parts = [part for part in path.split("/") if part]
    return site.root_page.specific.route(request, parts)


def _serve_german(request: HttpRequest, path: str, language: str) -> HttpResponseBase:
    result = _german_route(request, path)
    page: Page = result[0]
    translated = page.get_translations().live().filter(locale__language_code=language).first()
    own_address = not result[1] and not result[2]
    if translated is not None and translated.url and own_address:
        return redirect(translated.url)
    request._wagtail_route_for_request = result  # type: ignore[attr-defined]  # Wagtail's own
    return wagtail_serve(request, path)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A site that is not public asks not to be read."""
    tenant = request.tenant  # type: ignore[attr-defined]  # set by TenantMiddleware
    if tenant.status == TenantStatus.READY and not tenant.is_test:
        lines = [
            "User-agent: *",
            "Disallow: /admin/",
            "Disallow: /suche/",
            *(f"Disallow: /{code}/suche/" for code in tenant.languages if code != GERMAN),
            f"Sitemap: {tenant.base_url}/sitemap.xml",
        ]
    else:
        lines = ["User-agent: *", "Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
