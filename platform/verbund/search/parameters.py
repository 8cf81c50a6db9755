"""What stands in the address of a search: `?q=…&art=news&stadt=dortmund&seite=2`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, QueryDict

from verbund.tenancy.models import Tenant

from .documents import ageing_kinds
from .domain.synonyms import synonyms_for
from .query import PAGE_SIZE, Scope, SearchQuery, Sort

LONGEST_TEXT = 300
MOST_VALUES = 30
LAST_PAGE = 500
NETWORK = "netz"
NEWEST = "neueste"
FREE = "frei"
# Facet to the name of its parameter.
NAMES = {"site": "stadt", "kind": "art", "topic": "thema", "language": "sprache", "year": "jahr"}


@dataclass(frozen=True, slots=True)
class Parameters:
    """A search as its address says it; `values` holds what is chosen by facet."""

    text: str
    values: Mapping[str, tuple[str, ...]]
    network: bool = False
    newest: bool = False
    page: int = 1
    free_on: dt.date | None = None

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        """:raises Http404: a page that is no number, a year or a day that is none."""
        values = {
            facet: tuple(dict.fromkeys(filter(None, query.getlist(name))))[:MOST_VALUES]
            for facet, name in NAMES.items()
        }
        if not all(year.isascii() and year.isdigit() and len(year) == 4 for year in values["year"]):
            raise Http404("No such year.")
        return cls(
            text=query.get("q", "").replace("\x00", "").strip()[:LONGEST_TEXT],
            values={
                facet: tuple(v.replace("\x00", "") for v in vs) for facet, vs in values.items()
            },
            network=query.get("bereich") == NETWORK,
            newest=query.get("sortierung") == NEWEST,
            page=_page(query.get("seite", "1")),
            free_on=_day(query.get(FREE, "")),
        )

    def query(self, home: Tenant, tenants: list[Tenant], language: str) -> SearchQuery:
        """The question to the engine; sites that are not in the scope can't be chosen."""
        by_name = {tenant.schema_name: tenant.uuid for tenant in tenants}
        chosen = self.values["site"]
        sites = tuple(by_name[name] for name in chosen if name in by_name)
        return SearchQuery(
            text=self.text,
            tenants=tuple(tenant.uuid for tenant in tenants),
            scope=Scope.NETWORK if len(tenants) > 1 else Scope.OWN,
            home=home.uuid,
            reader_language=language,
            sites=sites or (NOBODY,) * bool(chosen),
            kinds=self.values["kind"],
            topics=self.values["topic"],
            languages=self.values["language"],
            years=tuple(map(int, self.values["year"])),
            free_on=self.free_on,
            sort=Sort.NEWEST if self.newest else Sort.BEST,
            page=self.page,
            page_size=PAGE_SIZE,
            places=_places(tenants),
            ageing=ageing_kinds(),
            synonyms=synonyms_for(home),
        )

    def pairs(self) -> list[tuple[str, str]]:
        """All but the page, in a fixed order: one search has one address."""
        found = [("q", self.text)] if self.text else []
        if self.network:
            found.append(("bereich", NETWORK))
        for facet, values in self.values.items():
            found += [(NAMES[facet], value) for value in values]
        if self.free_on:
            found.append((FREE, self.free_on.isoformat()))
        if self.newest:
            found.append(("sortierung", NEWEST))
        return found

    def encoded(self) -> str:
        return urlencode(self.pairs())

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What is filtered by, as facet and value."""
        found = [(facet, value) for facet, values in self.values.items() for value in values]
        return [*found, ("free", self.free_on.isoformat())] if self.free_on else found


NOBODY = UUID(int=0)


def _places(tenants: list[Tenant]) -> tuple[tuple[str, UUID], ...]:
    """Names by which sites are found, where there is more than one."""
    several = len(tenants) > 1
    return tuple((tenant.name, tenant.uuid) for tenant in tenants if several)


def _day(text: str) -> dt.date | None:
    """A field that was left empty filters nothing."""
    if not text:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise Http404("No such day.") from None


def _page(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= LAST_PAGE):
        raise Http404("No such page of the list.")
    return int(text)
