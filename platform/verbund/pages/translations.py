"""Addresses by language: German without a prefix, the others below `/<code>/`.

A translation that is missing shows the German page at the other language's address.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Locale, Page

from verbund.tenancy.models import Tenant
from verbund.theming.site import Language

_LABELS = dict(settings.LANGUAGES)


def prefix_of(language: str) -> str:
    """`/` for German, `/tr/` for Turkish."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def without_prefix(path: str, language: str) -> str:
    """The path below the language's prefix, without a slash in front."""
    return path.removeprefix(prefix_of(language))


def in_language(url: str, language: str) -> str:
    """A German page's address with another language's prefix in front."""
    return prefix_of(language) + url.lstrip("/")


def shown_in(pages: Sequence[Page], language: str) -> list[Page]:
    """German pages as the reader of a language sees them: translated where that is live.

    Each gets ``frame_url``: its address for this reader.
    """
    translated = _translations(pages, language)
    shown = []
    for page in pages:
        one = translated.get(page.translation_key, page)
        one.frame_url = one.url if one is not page else in_language(page.url or "/", language)
        one.path, one.depth = page.path, page.depth
        shown.append(one)
    return shown


def _translations(pages: Sequence[Page], language: str) -> dict[Any, Page]:
    if language == settings.LANGUAGE_CODE or not pages:
        return {}
    keys = [page.translation_key for page in pages]
    found = Page.objects.live().filter(translation_key__in=keys, locale__language_code=language)
    return {page.translation_key: page for page in found.select_related("content_type")}


def language_links(request: HttpRequest, tenant: Tenant, language: str) -> tuple[Language, ...]:
    """The site's languages; each leads to this page in it, or to the German page there."""
    if len(tenant.languages) < 2:
        return ()
    page = getattr(request, "shown_page", None)
    urls = _urls_of(page) if page is not None else {}
    rest = without_prefix(urls.get(settings.LANGUAGE_CODE, request.path), language)
    rest = rest.lstrip("/")
    return tuple(
        Language(
            code=code,
            label=_LABELS.get(code, code),
            url=urls.get(code) or prefix_of(code) + rest,
            dir="rtl" if code in settings.LANGUAGES_BIDI else "ltr",
            current=code == language,
        )
        for code in tenant.languages
    )


def _urls_of(page: Page) -> dict[str, str]:
    translations = page.get_translations(inclusive=True).live().select_related("locale")
    return {one.locale.language_code: one.url for one in translations if one.url}


def sync_locales(tenant: Tenant) -> None:
    """Makes a Locale row for each language of the tenant; runs inside it."""
    for code in tenant.languages:
        Locale.objects.get_or_create(language_code=code)
