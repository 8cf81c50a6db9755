"""Mends the index of Elasticsearch where it differs from the rows."""

import logging
from uuid import UUID

from django.db import connection
from elasticsearch import ApiError, TransportError

from verbund.tenancy.models import Tenant

from ..engines.elasticsearch.client import alias, client
from ..models import BuildState, SearchBuild
from .comparing import counts_of_documents, differences, note, waiting

log = logging.getLogger("verbund.search")


def mend_tenant(tenant: Tenant) -> int | None:
    """Has the relay look at all that differs; the number of objects, None: it can't be told."""
    if not SearchBuild.objects.filter(state=BuildState.LIVE).exists():
        return None
    try:
        different = differences(alias(), tenant.uuid)
    except (ApiError, TransportError) as error:
        log.warning("The index can't be compared for %s: %s", tenant.schema_name, error)
        return None
    wrong = {(tenant.uuid, key) for key in different} - waiting(tenant.uuid)
    note(wrong)
    if wrong:
        log.warning("The index differed from the rows of %s: %s", tenant.schema_name, wrong)
    return len(wrong)


def mend_leftovers() -> None:
    """Deletes documents of tenants that are no more, and catches up with the index's versions."""
    if not SearchBuild.objects.filter(state=BuildState.LIVE).exists():
        return
    _outrun_versions()
    known = set(Tenant.objects.values_list("uuid", flat=True))
    _delete_documents(set(counts_of_documents(alias())) - known)


def _delete_documents(tenants: set[UUID]) -> None:
    if tenants:
        log.warning("The index had documents of tenants that are no more: %s", tenants)
        client().delete_by_query(
            index=alias(),
            query={"terms": {"tenant": sorted(map(str, tenants))}},
            conflicts="proceed",
        )


def _outrun_versions() -> None:
    """After a restore of the database the index knows versions that are still to come: it would
    refuse them."""
    found = client().search(index=alias(), size=0, aggs={"newest": {"max": {"field": "version"}}})
    newest = int(found["aggregations"]["newest"]["value"] or 0)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval('public.search_version', %s)"
            " FROM public.search_version WHERE last_value < %s",
            [newest + 1, newest],
        )
        if cursor.fetchall():
            log.warning("Versions went on from %s: was the database restored?", newest)
