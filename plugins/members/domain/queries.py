"""Reads: the public table of entries, entries with all their parts, and numbers."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Max, OuterRef, Prefetch, QuerySet

from plugins.members.domain.catalogue import Catalogue, Line, Word
from plugins.members.domain.filters import NAMES, Selection
from plugins.members.domain.publication import public_now, published
from plugins.members.domain.published import Published
from plugins.members.enums import ListKind, Where
from plugins.members.models import DirectoryPage, Offer, Organisation, Term
from verbund.plugin import Image, active_language, filter_specs, public_pages

Organisations = QuerySet[Organisation]


def public_organisations(where: Where) -> Organisations:
    """Those of which `where` may show anything, by name."""
    return Organisation.objects.filter(public_now(where)).order_by("sort_key", "name", "pk")


def with_all(organisations: Organisations) -> Organisations:
    """With all that an output shows, so that a list costs the same whatever its length."""
    pictures: Any = Image.objects.prefetch_renditions(*filter_specs("card"))
    offers = Offer.objects.select_related("kind").prefetch_related("spoken")
    return organisations.prefetch_related(
        "terms",
        "texts",
        "contacts",
        "addresses",
        Prefetch("offers", queryset=offers),
        Prefetch("logo", queryset=pictures),
    )


def entries(where: Where, keys: Sequence[int] | None = None) -> list[Published]:
    """What `where` may show, in the reader's language: of all, or of these in their order."""
    found = with_all(public_organisations(where))
    if keys is not None:
        found = found.filter(pk__in=keys)
    language = active_language()
    by_key = {one.pk: published(one, where, language) for one in found}
    ordered = by_key if keys is None else keys
    return [entry for key in ordered if (entry := by_key.get(key)) is not None]


def latest(where: Where, count: int) -> list[Published]:
    """Those that changed last, the newest first."""
    newest = public_organisations(where).order_by("-changed_at", "pk")
    keys = list(newest.values_list("pk", flat=True)[:count])
    return entries(where, keys)


def entry(slug: str, where: Where) -> Published | None:
    """The entry with this address, if the public may see it."""
    found = with_all(Organisation.objects.filter(slug=slug)).first()
    return published(found, where, active_language()) if found else None


def entry_of(key: UUID, where: Where) -> Published | None:
    """The entry of this lasting key, if the public may see it."""
    found = with_all(Organisation.objects.filter(uuid=key)).first()
    return published(found, where, active_language()) if found else None


def catalogue(where: Where, selection: Selection, hits: Sequence[int] | None = None) -> Catalogue:
    """The table of all public entries with a selection set; two queries."""
    return Catalogue(_lines(where), words(active_language()), selection, hits)


def words(language: str) -> tuple[Word, ...]:
    """The words of all lists that entries are filtered by, by name."""
    terms = Term.objects.filter(kind__in=NAMES).order_by("sort_key")
    return tuple(
        Word(
            term.pk,
            ListKind(term.kind),
            term.slug,
            term.name_in(language),
            term.native_name,
            (term.row, term.column) if term.row and term.column else None,
        )
        for term in terms
    )


def _lines(where: Where) -> tuple[Line, ...]:
    of_entry = {"organisation": OuterRef("pk")}
    terms = Organisation.terms.through.objects.filter(**of_entry).values("term_id")
    offers = Offer.objects.filter(**of_entry).values("kind_id")
    found = public_organisations(where).annotate(
        term_keys=ArraySubquery(terms), offer_keys=ArraySubquery(offers)
    )
    return tuple(
        Line(pk, key, frozenset([*term_keys, *offer_keys]))
        for pk, key, term_keys, offer_keys in found.values_list(
            "pk", "sort_key", "term_keys", "offer_keys"
        )
    )


def version_of_lists() -> tuple[int, dt.datetime | None]:
    """Changes whenever a word of a list is added, renamed or taken away."""
    found = Term.objects.aggregate(count=Count("pk"), last=Max("changed_at"))
    return found["count"], found["last"]


def directory_in(language: str) -> DirectoryPage | None:
    """The main page of a language; the German one where there is none."""
    pages = {page.locale.language_code: page for page in _live_directories()}
    return pages.get(language) or pages.get("de")


def open_directory(language: str) -> DirectoryPage | None:
    """As directory_in, unless the page is restricted: then the public sees nothing of it."""
    page = directory_in(language)
    if page is None or not public_pages(DirectoryPage.objects.filter(pk=page.pk)).exists():
        return None
    return page


def _live_directories() -> "QuerySet[DirectoryPage]":
    return DirectoryPage.objects.live().select_related("locale")
