"""What needs a hand first, in the order in which it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verbund.console.domain.queries import SiteRow
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

FULL = 90


@dataclass(frozen=True)
class Problem:
    """Something about a site, and what to do; ``urgent`` ones come first."""

    tenant: Tenant | None
    title: str
    text: str
    urgent: bool = False


def problems(rows: Iterable[SiteRow]) -> list[Problem]:
    """Of all sites, and of a site; figures that are old everywhere are one problem."""
    known = list(rows)
    found = [problem for row in known for problem in _problems_of(row)]
    old = [row.tenant for row in known if _has_old_figures(row)]
    if old:
        found.append(_old_figures(old))
    return sorted(found, key=lambda one: (not one.urgent, one.tenant.name if one.tenant else ""))


def _has_old_figures(row: SiteRow) -> bool:
    return row.facts_are_old and row.tenant.status != TenantStatus.SUSPENDED


def _old_figures(sites: list[Tenant]) -> Problem:
    title = ngettext("Its figures are old", "The figures of %(count)d sites are old", len(sites))
    text = _("They are collected every ten minutes: is “verbund worker” running?")
    only = sites[0] if len(sites) == 1 else None
    return Problem(only, title % {"count": len(sites)}, text)


def _problems_of(row: SiteRow) -> Iterator[Problem]:
    site = row.tenant
    if not row.is_current:
        yield Problem(
            site,
            _("The database is of another version"),
            _("Run “verbund migrate”; until then pages may fail."),
            urgent=True,
        )
    if row.failed_jobs:
        title = ngettext(
            "%(count)d job in the background has failed",
            "%(count)d jobs in the background have failed",
            row.failed_jobs,
        )
        text = _("The log of “verbund worker” names the cause.")
        yield Problem(site, title % {"count": row.failed_jobs}, text, urgent=True)
    if site.maintenance:
        yield Problem(site, _("Maintenance is on"), _("Nobody can read or work there."))
    if row.fill is not None and row.fill >= FULL:
        yield Problem(
            site,
            _("Its room for uploads is %d %% full") % row.fill,
            _("Give it more, or ask its admins to tidy up."),
            urgent=row.fill >= 100,
        )
    for claim in site.claims.all():
        text = _("It is checked every ten minutes.")
        yield Problem(site, _("%s is not proven yet") % claim.domain, text)
