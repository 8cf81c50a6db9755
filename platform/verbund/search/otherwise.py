"""What the search page offers beside its hits or for lack of any: spellings, fewer words, sites."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext, ngettext

from verbund.tenancy.models import Tenant

from .engines.answer import without
from .parameters import Parameters
from .presentation import Presentation, address, in_quotes
from .query import FACETS
from .service import search, tenants_in_scope

SHOWN = 5
MOST_SITES = 8


@dataclass(frozen=True)
class Otherwise:
    """What else there is; asked only where it is shown, for that takes further searches."""

    shown: Presentation

    def spellings(self) -> list[dict[str, str]]:
        """Other spellings that may be meant, each with its search."""
        result = self.shown.result
        first = result.suggestion and not result.corrected
        texts = (result.suggestion, *result.others) if first else result.others
        return [
            {"title": text, "url": address(replace(self.shown.parameters, text=text, page=1))}
            for text in texts
        ]

    @cached_property
    def fewer(self) -> dict[str, Any] | None:
        """The hits without the words that nobody has, or without the one that fewest have."""
        result = self.shown.result
        left_out = result.missing or ((result.rarest,) if result.rarest else ())
        parameters = replace(
            self.shown.parameters, text=without(self.shown.parameters.text, left_out), page=1
        )
        if not (left_out and parameters.text):
            return None
        there = self._search(parameters, self.shown.tenants, SHOWN)
        found = there.result
        if not found.total:
            return None
        words = in_quotes(left_out)
        return {
            "title": ngettext(
                "Without %(words)s there is %(count)s hit",
                "Without %(words)s there are %(count)s hits",
                found.total,
            )
            % {"words": words, "count": found.total},
            "items": there.hits(),
            "url": address(parameters) if found.total > SHOWN else "",
            "link": gettext("All hits for “%(text)s”") % {"text": parameters.text},
        }

    @cached_property
    def sites(self) -> list[dict[str, str]]:
        """The other sites of the network that have hits, those with most first."""
        home = self.shown.home
        wider = tenants_in_scope(home, network=True)
        if len(wider) <= len(self.shown.tenants):
            return []
        parameters = Parameters(
            text=self.shown.parameters.text, values=dict.fromkeys(FACETS, ()), network=True
        )
        found = self._search(parameters, wider, 1).result.facets.get("site", ())
        names = {str(tenant.uuid): tenant for tenant in wider if tenant != home}
        return [
            self._site(parameters, names[facet.value], facet.count)
            for facet in found[:MOST_SITES]
            if facet.value in names
        ]

    def steps(self) -> list[dict[str, str]]:
        """What to do when nothing was found: where there are hits, then whom to ask."""
        steps = list(self.sites)
        if self.shown.parameters.chosen:
            title = gettext("Search without filters")
            steps.insert(0, {"title": title, "url": self.shown.clear_url})
        if self.sites:
            title = gettext("Search the whole network")
            steps.append({"title": title, "url": self.shown.network_url})
        if email := self.shown.home.contact.get("email"):
            steps.append({"title": gettext("Ask us by mail"), "url": f"mailto:{email}"})
        return steps

    def _site(self, parameters: Parameters, tenant: Tenant, count: int) -> dict[str, str]:
        chosen = replace(parameters, values={**parameters.values, "site": (tenant.schema_name,)})
        title = ngettext("%(site)s: %(count)s hit", "%(site)s: %(count)s hits", count)
        return {"title": title % {"site": tenant.name, "count": count}, "url": address(chosen)}

    def _search(self, parameters: Parameters, tenants: list[Tenant], size: int) -> Presentation:
        home, language = self.shown.home, get_language() or settings.LANGUAGE_CODE
        query = replace(parameters.query(home, tenants, language), page_size=size)
        return Presentation(home, tenants, parameters, search(query), query)
