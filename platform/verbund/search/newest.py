"""*Alles Neue*: what the cities let the network see, in the order in which it came."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext, ngettext

from verbund.tenancy.models import Tenant

from . import portal
from .models import SearchRow
from .parameters import NAMES, Parameters
from .presentation import kind_label

PAGE_SIZE = 24
# What the list is filtered by, and the column that holds it.
COLUMNS = {"site": "tenant__schema_name", "kind": "kind", "year": "date__year"}


@dataclass(frozen=True)
class Newest:
    """The list as an address asks for it; every choice keeps the others."""

    home: Tenant
    tenants: list[Tenant]
    asked: Parameters

    @cached_property
    def parameters(self) -> Parameters:
        """What of the address this list knows."""
        values = {facet: self.asked.values[facet] for facet in COLUMNS}
        return replace(self.asked, text="", values=values, free_on=None, newest=False)

    @cached_property
    def _all(self) -> "QuerySet[SearchRow]":
        return portal.newest_rows(self.tenants)

    @cached_property
    def rows(self) -> "QuerySet[SearchRow]":
        chosen = {
            f"{COLUMNS[facet]}__in": values
            for facet, values in self.parameters.values.items()
            if values
        }
        return self._all.filter(**chosen)

    @cached_property
    def _paginator(self) -> "Paginator[SearchRow]":
        return Paginator(self.rows, PAGE_SIZE)

    @property
    def pages(self) -> int:
        return self._paginator.num_pages

    def count_line(self) -> str:
        count = self._paginator.count
        return ngettext("%(count)d entry", "%(count)d entries", count) % {"count": count}

    def days(self) -> list[dict[str, Any]]:
        """The page's entries by day.

        :raises Http404: there is no such page.
        """
        if self.parameters.page > self.pages:
            raise Http404("No such page of the list.")
        page = self._paginator.page(self.parameters.page)
        teasers = portal.teasers(page.object_list, self.tenants)
        return [
            {"date": date, "items": list(items)}
            for date, items in groupby(teasers, key=lambda one: one["date"])
        ]

    def cities(self) -> list[dict[str, Any]]:
        names = {one.schema_name: one.name for one in self.tenants if one != self.home}
        return self._chips("site", gettext("All cities"), names)

    def kinds(self) -> list[dict[str, Any]]:
        kinds = sorted(self._all.order_by().values_list("kind", flat=True).distinct())
        return self._chips(
            "kind", gettext("Everything"), {kind: kind_label(kind) for kind in kinds}
        )

    def years(self) -> list[int]:
        return [day.year for day in self._all.order_by().dates("date", "year", order="DESC")]

    @property
    def year(self) -> int | None:
        chosen = self.parameters.values["year"]
        return int(chosen[0]) if chosen else None

    def hidden(self) -> list[dict[str, str]]:
        """What the form of the year keeps."""
        return [
            {"name": name, "value": value}
            for name, value in self.parameters.pairs()
            if name != NAMES["year"]
        ]

    def _chips(self, facet: str, every: str, names: Mapping[str, str]) -> list[dict[str, Any]]:
        chosen = self.parameters.values[facet]
        first = {"title": every, "url": self._url(facet), "current": not chosen}
        others = [
            {"title": name, "url": self._url(facet, value), "current": value in chosen}
            for value, name in names.items()
        ]
        return [first, *others]

    def _url(self, facet: str, *values: str) -> str:
        changed = {**self.parameters.values, facet: values}
        return f"?{replace(self.parameters, values=changed).encoded()}"
