"""What the overview and a site's page are made from; as many queries for 3 sites as for 50."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from verbund.archives.models import ArchiveKind, ArchiveRecord
from verbund.console.models import SiteFacts
from verbund.search.models import SearchCheck, SearchRow
from verbund.tenancy.domain.migration import fingerprint
from verbund.tenancy.models import Membership, Network, SchemaState, Tenant

OLD = dt.timedelta(hours=1)


@dataclass(frozen=True)
class SiteRow:
    """A site with all that is known of it."""

    tenant: Tenant
    facts: SiteFacts | None
    is_current: bool
    """Whether its schema has the migrations of this version."""
    check: SearchCheck | None
    rows: int
    failed_jobs: int
    backup: dt.datetime | None
    """When the site was last saved."""

    @property
    def domains(self) -> list[str]:
        return [domain.domain for domain in self.tenant.domains.all()]

    @property
    def plugins(self) -> list[str]:
        return sorted(plugin.label for plugin in self.tenant.plugins.all() if plugin.enabled)

    @property
    def facts_are_old(self) -> bool:
        return self.facts is None or self.facts.collected < timezone.now() - OLD

    @property
    def fill(self) -> int | None:
        """Percent of its room for uploads; None without a limit."""
        if not self.tenant.quota or self.facts is None:
            return None
        return round(100 * self.facts.uploads / self.tenant.quota)


def site_rows(tenants: "QuerySet[Tenant] | None" = None) -> list[SiteRow]:
    """All sites by kind and name, or the given ones."""
    found = Tenant.objects.all() if tenants is None else tenants
    found = found.prefetch_related("domains", "plugins", "claims", "memberships__network__tenant")
    sites = sorted(found.select_related("facts"), key=lambda site: (site.kind, site.name))
    states = dict(SchemaState.objects.values_list("schema_name", "fingerprint"))
    checks = SearchCheck.objects.in_bulk()
    rows = _counted(SearchRow.objects.values_list("tenant").annotate(number=Count("pk")))
    failed = _counted(
        ProcrastinateJob.objects.filter(status="failed")
        .values_list("args__tenant")
        .annotate(number=Count("pk"))
    )
    backups = _counted(
        ArchiveRecord.objects.filter(kind=ArchiveKind.BACKUP)
        .values_list("tenant")
        .annotate(last=Max("at"))
    )
    current = fingerprint()
    return [
        SiteRow(
            tenant=site,
            facts=getattr(site, "facts", None),
            is_current=states.get(site.schema_name) == current,
            check=checks.get(site.pk),
            rows=rows.get(site.pk, 0),
            failed_jobs=failed.get(str(site.uuid), 0),
            backup=backups.get(site.uuid),
        )
        for site in sites
    ]


def site_row(tenant: Tenant) -> SiteRow:
    return site_rows(Tenant.objects.filter(pk=tenant.pk))[0]


def networks() -> list[tuple[Network, list[Membership]]]:
    """Each network with its memberships, those that have ended too."""
    found = Network.objects.select_related("tenant").prefetch_related("memberships__tenant")
    return [(one, list(one.memberships.all())) for one in found.order_by("title")]


def _counted(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    return dict(pairs)
