"""Addresses by language: German without a prefix, the others below `/<code>/`.

A translation that is missing shows the German page at the other language's address.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from verbund.pages.visibility import has_ended, private_paths
from verbund.tenancy.models import Tenant
from verbund.theming.site import Language

GERMAN = settings.LANGUAGE_CODE
_LABELS = dict(settings.LANGUAGES)
# Addresses that no language stands in front of.
WITHOUT_LANGUAGE = ("/-/", "/admin/", "/api/", "/documents/", "/media/", "/static/")


def active_language() -> str:
    return get_language() or GERMAN


def label_of(language: str) -> str:
    """The language's name in itself."""
    return str(_LABELS.get(language, language))


def direction_of(language: str) -> str:
    return "rtl" if language in settings.LANGUAGES_BIDI else "ltr"


def prefix_of(language: str) -> str:
    """`/` for German, `/tr/` for Turkish."""
    return "/" if language == GERMAN else f"/{language}/"


def in_language(url: str, language: str) -> str:
    """A German page's address with another language's prefix in front."""
    return prefix_of(language) + url.lstrip("/")


def for_reader(url: str, language: str) -> str:
    """An address of this site that keeps a reader in her language; any other as it is."""
    if language == GERMAN or not url.startswith("/") or url.startswith(WITHOUT_LANGUAGE):
        return url
    first = url.split("/", 2)[1]
    return url if first in _LABELS else in_language(url, language)


@dataclass(frozen=True)
class Shown:
    """What a request shows: the page, its addresses by language, and what stands below it.

    ``rest`` is the part of the address that a plugin's view below a main page has of its own.
    """

    page: Page
    urls: dict[str, str]
    rest: str = ""

    @property
    def language(self) -> str:
        return self.page.locale.language_code

    @property
    def is_translated(self) -> bool:
        """Whether the reader gets the page in the language of its address."""
        return self.language == active_language()

    @property
    def direction(self) -> str:
        return direction_of(self.language)

    @property
    def wanted_label(self) -> str:
        """The reader's language, named in itself."""
        return label_of(active_language())

    @property
    def canonical_path(self) -> str:
        return (self.urls.get(self.language) or self.page.url or "/") + self.rest

    def url_in(self, language: str) -> str:
        """The page in a language; else the German page there; else that language's home."""
        if language in self.urls:
            return self.urls[language] + self.rest
        if GERMAN in self.urls:
            return in_language(self.urls[GERMAN] + self.rest, language)
        return prefix_of(language)


def shown_of(request: HttpRequest) -> Shown | None:
    """What the request shows, worked out once; None for what is no page (search, errors)."""
    page = getattr(request, "shown_page", None)
    if page is None:
        return None
    known = getattr(request, "_verbund_shown", None)
    if known is None or known.page is not page:
        known = Shown(page, _urls_of(page, request), _rest(page, request))
        request._verbund_shown = known  # type: ignore[attr-defined]  # ours
    return known


def _rest(page: Page, request: HttpRequest) -> str:
    own = page.get_url(request) or "/"
    bases = [own, in_language(own, active_language())]
    return next(
        (request.path.removeprefix(base) for base in bases if request.path.startswith(base)), ""
    )


def _urls_of(page: Page, request: HttpRequest) -> dict[str, str]:
    found = [page] if page.live else []
    found += page.get_translations().live().select_related("locale")
    private = private_paths(request)
    return {
        one.locale.language_code: url
        for one in found
        if not one.path.startswith(private) and not has_ended(one)
        if (url := one.get_url(request))
    }


def shown_in(pages: Sequence[Page], language: str, request: HttpRequest) -> list[Page]:
    """German pages as the reader of a language sees them: translated where that is live.

    Each gets ``frame_url``, its address for this reader, ``frame_lang`` where its title is in
    another language than the reader's, and keeps its place in the German tree.
    """
    translated = _translations(pages, language, request)
    shown = []
    for page in pages:
        one = translated.get(page.translation_key, page)
        own = one.get_url(request) or "/"
        one.frame_url = own if one is not page else in_language(own, language)
        one.frame_lang = "" if one is not page or language == GERMAN else GERMAN
        one.path, one.depth = page.path, page.depth
        shown.append(one)
    return shown


def _translations(pages: Sequence[Page], language: str, request: HttpRequest) -> dict[Any, Page]:
    if language == GERMAN or not pages:
        return {}
    keys = [page.translation_key for page in pages]
    found = Page.objects.live().filter(translation_key__in=keys, locale__language_code=language)
    private = private_paths(request)
    return {page.translation_key: page for page in found if not page.path.startswith(private)}


def language_links(request: HttpRequest, tenant: Tenant, language: str) -> tuple[Language, ...]:
    """The site's languages; each leads to this page in it, or to the German page there."""
    if len(tenant.languages) < 2:
        return ()
    shown = shown_of(request)
    below = request.path.removeprefix(prefix_of(language)).lstrip("/")
    return tuple(
        Language(
            code=code,
            label=label_of(code),
            url=shown.url_in(code) if shown else prefix_of(code) + below,
            dir=direction_of(code),
            current=code == language,
        )
        for code in tenant.languages
    )


def sync_locales(tenant: Tenant) -> None:
    """Makes a Locale row for each language of the tenant; runs inside it."""
    for code in tenant.languages:
        Locale.objects.get_or_create(language_code=code)
