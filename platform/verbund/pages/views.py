"""Serving pages by language, the sitemap and robots.txt."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from verbund.tenancy.enums import TenantStatus


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """A page; in a language that lacks it, its translation elsewhere or the German page.

    :raises Http404: no such page in German either, or not a language of this site.
    """
    language = get_language() or settings.LANGUAGE_CODE
    if language not in request.tenant.languages:  # type: ignore[attr-defined]
        raise Http404("Not a language of this site.")
    try:
        return wagtail_serve(request, path)
    except Http404:
        if language == settings.LANGUAGE_CODE:
            raise
    return _serve_german(request, path, language)


def _serve_german(request: HttpRequest, path: str, language: str) -> HttpResponseBase:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("No site.")
    parts = [part for part in path.split("/") if part]
    result = site.root_page.specific.route(request, parts)
    page: Page = result[0]
    translated = page.get_translations().live().filter(locale__language_code=language).first()
    if translated is not None and translated.url and not result[2]:
        return redirect(translated.url)
    request._wagtail_route_for_request = result  # type: ignore[attr-defined]  # Wagtail's own
    return wagtail_serve(request, path)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    return wagtail_sitemap(request)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A site that is not public asks not to be read."""
    tenant = request.tenant  # type: ignore[attr-defined]
    if tenant.status == TenantStatus.READY:
        lines = [
            "User-agent: *",
            "Disallow: /admin/",
            "Disallow: /suche/",
            f"Sitemap: {tenant.base_url}/sitemap.xml",
        ]
    else:
        lines = ["User-agent: *", "Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
