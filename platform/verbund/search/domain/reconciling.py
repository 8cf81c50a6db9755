"""Finds by night where rows differ from pages, and the index from rows, and mends both."""

import logging

from django.conf import settings
from django.utils import timezone

from verbund.tenancy.context import current_tenant
from verbund.tenancy.models import Tenant

from ..documents import all_entries, sources
from ..models import SearchChange, SearchCheck
from ..service import index
from .rebuilding import Drift, drift_of

log = logging.getLogger("verbund.search")


def reconcile() -> SearchCheck:
    """Compares and mends what the search has of the current tenant, and keeps what it found."""
    tenant = current_tenant()
    drift = drift_of(tenant)
    if drift:
        _mend_rows(tenant, drift)
    found, _new = SearchCheck.objects.update_or_create(
        tenant=tenant,
        defaults={
            "at": timezone.now(),
            "rows": drift.rows,
            "rows_mended": drift.count,
            "index_mended": _mend_index(tenant),
        },
    )
    return found


def _mend_rows(tenant: Tenant, drift: Drift) -> None:
    wrong = {*drift.missing, *drift.outdated}
    entries = [entry for source in sources() for entry in all_entries(source)]
    index().put(entry for entry in entries if entry.object_key in wrong)
    index().remove(tenant.uuid, drift.surplus)
    log.warning("Rows of %s differed from its pages: %s", tenant.schema_name, drift)


def _mend_index(tenant: Tenant) -> int | None:
    if not settings.ELASTICSEARCH_URL:
        return None
    # Only here: it needs the client, which others can do without.
    from .mending import mend_tenant

    return mend_tenant(tenant)


def tidy() -> None:
    """Once for all tenants: what no tenant's comparison sees."""
    if not settings.ELASTICSEARCH_URL:
        # Nobody reads the changes; who brings an Elasticsearch later begins with all rows.
        SearchChange.objects.all().delete()
        return
    # Only here: it needs the client, which others can do without.
    from .mending import mend_leftovers

    mend_leftovers()
