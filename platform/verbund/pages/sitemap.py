"""The sitemap: every public page with the date of its last change and its translations."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from verbund.pages.translations import GERMAN
from verbund.pages.visibility import of_plugins_that_are_on, public_pages

Alternates = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """An address with those of the same page in other languages."""

    url: str
    changed: dt.datetime | None
    alternates: Alternates


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    entries = sitemap_entries(request)
    return render(
        request, "pages/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


def sitemap_entries(request: HttpRequest) -> list[Entry]:
    """Public pages of all languages in the order of the tree; as many queries for 3 as for 300."""
    base = request.tenant.base_url  # type: ignore[attr-defined]  # set by TenantMiddleware
    pages = _public_pages(request)
    urls = {page.pk: base + (page.get_url(request) or "") for page in pages}
    alternates = _alternates(pages, urls)
    return [
        Entry(urls[page.pk], _changed(page), alternates[page.translation_key]) for page in pages
    ]


def _public_pages(request: HttpRequest) -> list[Page]:
    site = Site.find_for_request(request)
    homes = site.root_page.get_translations(inclusive=True) if site else []
    roots = tuple(home.path for home in homes)
    pages = public_pages(Page.objects.order_by("path"))
    found = of_plugins_that_are_on(pages.select_related("locale"))
    return [page for page in found if page.path.startswith(roots)]


def _changed(page: Page) -> dt.datetime | None:
    return page.last_published_at or page.latest_revision_created_at


def _alternates(pages: list[Page], urls: dict[int, str]) -> dict[Any, Alternates]:
    """Translation key → (language, address) of all its pages; none for a page that stands alone."""
    found: dict[Any, Alternates] = {}
    for key, same in groupby(sorted(pages, key=_key), key=_key):
        by_language = {page.locale.language_code: urls[page.pk] for page in same}
        alone = len(by_language) == 1
        if GERMAN in by_language:
            by_language["x-default"] = by_language[GERMAN]
        found[key] = () if alone else tuple(sorted(by_language.items()))
    return found


def _key(page: Page) -> UUID:
    return page.translation_key
