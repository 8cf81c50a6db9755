"""A result as the page shows it: names instead of codes, and an address for every choice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from verbund.tenancy.domain.queries import archive_years
from verbund.tenancy.models import Tenant
from verbund.theming.dates import day

from .documents import sources
from .parameters import FREE, NAMES, Parameters
from .query import FACETS, HOME_LANGUAGE, FacetCount, Hit, SearchQuery, SearchResult
from .service import tenants_in_scope
from .why import why

LANGUAGE_NAMES = dict(settings.LANGUAGES)
TITLES = {"site": _("City"), "topic": _("Topic"), "language": _("Language"), "year": _("Year")}
SHOWN_VALUES = 12


def _notes(hit: Hit, tenant: Tenant, foreign: bool) -> list[str]:
    """What a reader shall know before she opens it: another language, a site of the past."""
    language = [str(LANGUAGE_NAMES.get(hit.language, hit.language))] if foreign else []
    years = archive_years(tenant)
    return [*language, *([gettext("archive %s") % years] if years else [])]


@dataclass(frozen=True)
class Presentation:
    """Everything the template needs; `home` is the site that is searched from."""

    home: Tenant
    tenants: list[Tenant]
    parameters: Parameters
    result: SearchResult
    query: SearchQuery

    @cached_property
    def by_uuid(self) -> dict[str, Tenant]:
        return {str(tenant.uuid): tenant for tenant in self.tenants}

    def hits(self) -> list[dict[str, Any]]:
        return [self._hit(hit) for hit in self.result.hits]

    def groups(self) -> list[dict[str, Any]]:
        """The hits by language, as they are sorted: the reader's, German, others."""
        reader = get_language() or settings.LANGUAGE_CODE
        if reader == HOME_LANGUAGE or self.parameters.newest:
            return [{"title": "", "items": self.hits()}]
        titles = {
            reader: "",
            HOME_LANGUAGE: gettext("Also in German"),
            "": gettext("In other languages"),
        }
        by_title = [
            (titles.get(hit.language, titles[""]), self._hit(hit)) for hit in self.result.hits
        ]
        return [
            {"title": title, "items": [item for _title, item in items]}
            for title, items in groupby(by_title, key=lambda one: one[0])
        ]

    def _hit(self, hit: Hit) -> dict[str, Any]:
        tenant = self.by_uuid[str(hit.tenant)]
        foreign = hit.language != (get_language() or settings.LANGUAGE_CODE)
        return {
            "title": hit.title_html,
            "url": hit.path if tenant == self.home else f"{tenant.base_url}{hit.path}",
            "kind": name_of(hit),
            "source": tenant if len(self.tenants) > 1 else None,
            "date": hit.date,
            "note": ", ".join(_notes(hit, tenant, foreign)),
            "excerpt": hit.excerpt,
            "topics": hit.topics,
            "lang": hit.language if foreign else "",
            "why": why(hit, self.query) if self.query.explain else [],
        }

    def tabs(self) -> list[dict[str, Any]]:
        """The kinds of results; the first tab shows all."""
        counts = self.result.facets.get("kind", ())
        if not counts:
            return []
        chosen = self.parameters.values["kind"]
        every = {
            "title": gettext("All"),
            "url": self._url({"kind": ()}),
            "count": sum(facet.count for facet in counts),
            "current": not chosen,
        }
        return [every] + [
            {
                "title": kind_label(facet.value),
                "url": self._url({"kind": (facet.value,)}),
                "count": facet.count,
                "current": facet.selected,
            }
            for facet in counts
        ]

    def facets(self) -> list[dict[str, Any]]:
        shown = [name for name in FACETS if name != "kind"]
        return [self._facet(name) for name in shown if self._is_worth_showing(name)]

    def _is_worth_showing(self, name: str) -> bool:
        counts = self.result.facets.get(name, ())
        return len(counts) > 1 or any(facet.selected for facet in counts)

    def _facet(self, name: str) -> dict[str, Any]:
        counts = self.result.facets[name]
        if name == "year":
            counts = tuple(sorted(counts, key=lambda facet: facet.value, reverse=True))
        chosen = [facet for facet in counts[SHOWN_VALUES:] if facet.selected]
        return {
            "title": TITLES[name],
            "name": NAMES[name],
            "open": name == "site",
            "options": [self._option(name, facet) for facet in [*counts[:SHOWN_VALUES], *chosen]],
        }

    def _option(self, name: str, facet: FacetCount) -> dict[str, Any]:
        value = facet.value
        if name == "site" and value in self.by_uuid:
            value = self.by_uuid[value].schema_name
        return {
            "value": value,
            "label": self.label(name, value),
            "count": facet.count,
            "checked": facet.selected,
        }

    def label(self, facet: str, value: str) -> str:
        if facet == "site":
            return next((one.name for one in self.tenants if one.schema_name == value), value)
        if facet == "language":
            return str(LANGUAGE_NAMES.get(value, value))
        if facet == "free" and self.parameters.free_on:
            return gettext("free on %(day)s") % {"day": day(self.parameters.free_on)}
        return kind_label(value) if facet == "kind" else value

    def day_filter(self) -> dict[str, Any] | None:
        """Asks for a free day, where something was found that can be had on some days."""
        lent = {source.document.kind for source in sources() if source.document.has_free_days}
        found = {facet.value for facet in self.result.facets.get("kind", ())}
        if not (lent & found or self.parameters.free_on):
            return None
        return {
            "title": gettext("Free on"),
            "name": FREE,
            "label": gettext("Only what is free on this day"),
            "value": self.parameters.free_on,
            "first": timezone.localdate(),
            "open": True,
        }

    def active_filters(self) -> list[dict[str, str]]:
        return [
            {"title": self.label(facet, value), "url": self._without(facet, value)}
            for facet, value in self.parameters.chosen
        ]

    def _without(self, facet: str, value: str) -> str:
        if facet == "free":
            return address(replace(self.parameters, free_on=None))
        kept = tuple(other for other in self.parameters.values[facet] if other != value)
        return self._url({facet: kept})

    def hidden(self) -> list[dict[str, str]]:
        """What the form of the filters keeps: all but what its own fields say."""
        own = {FREE} | {NAMES[name] for name in FACETS if name != "kind"}
        return [
            {"name": name, "value": value}
            for name, value in self.parameters.pairs()
            if name not in own
        ]

    def sorts(self) -> list[dict[str, Any]]:
        newest = self.parameters.newest
        best, new = replace(self.parameters, newest=False), replace(self.parameters, newest=True)
        return [
            {"title": gettext("Best first"), "url": address(best), "current": not newest},
            {"title": gettext("Newest first"), "url": address(new), "current": newest},
        ]

    def heading(self) -> str:
        return ngettext(
            "%(count)s hit for “%(text)s”", "%(count)s hits for “%(text)s”", self.result.total
        ) % {"count": self.result.total, "text": self.shown_text}

    @property
    def missing(self) -> str:
        """The words that nothing was found for, as one reads them."""
        return in_quotes(self.result.missing)

    @property
    def shown_text(self) -> str:
        return self.result.suggestion if self.result.corrected else self.parameters.text

    @property
    def offers_network(self) -> bool:
        """Whether there are other sites that this search did not look at."""
        wider = tenants_in_scope(self.home, network=True)
        return len(wider) > len(self.tenants)

    @property
    def clear_url(self) -> str:
        return address(replace(self.parameters, values=dict.fromkeys(FACETS, ()), free_on=None))

    @property
    def network_url(self) -> str:
        return address(
            Parameters(text=self.parameters.text, values=dict.fromkeys(FACETS, ()), network=True)
        )

    def _url(self, changes: Mapping[str, Iterable[str]]) -> str:
        values = {**self.parameters.values, **{name: tuple(v) for name, v in changes.items()}}
        return address(replace(self.parameters, values=values))


def kind_label(kind: str) -> str:
    """The plural that people read: "Meldungen"."""
    for source in sources():
        if source.document.kind == kind:
            return str(source.document.label)
    return kind


def name_of(hit: Hit) -> str:
    """What the object is, in the singular: "Meldung"."""
    model = apps.get_model(hit.object_key.partition(":")[0])
    return capfirst(str(model._meta.verbose_name))


def in_quotes(words: Iterable[str]) -> str:
    return ", ".join(gettext("“%(word)s”") % {"word": word} for word in words)


def address(parameters: Parameters) -> str:
    return f"?{parameters.encoded()}"
