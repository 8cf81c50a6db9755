"""Compares an index of Elasticsearch with the rows that it is made from."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection
from elasticsearch.helpers import scan

from ..engines.elasticsearch.client import client
from ..engines.elasticsearch.documents import DIGEST, ObjectId, document_id, object_id
from ..models import SearchChange

MOST_TENANTS = 50_000
SAMPLE = 200


def different_counts(index: str) -> dict[UUID, tuple[int, int]]:
    """Tenants of which the index has more or fewer documents than there are rows."""
    rows, documents = counts_of_rows(), counts_of_documents(index)
    return {
        tenant: (rows.get(tenant, 0), documents.get(tenant, 0))
        for tenant in rows.keys() | documents.keys()
        if rows.get(tenant, 0) != documents.get(tenant, 0)
    }


def counts_of_rows() -> dict[UUID, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.uuid, count(*) FROM search_searchrow r"
            " JOIN tenancy_tenant t ON t.id = r.tenant_id GROUP BY 1"
        )
        return dict(cursor.fetchall())


def counts_of_documents(index: str) -> dict[UUID, int]:
    found = client().search(
        index=index,
        size=0,
        aggs={"tenants": {"terms": {"field": "tenant", "size": MOST_TENANTS}}},
    )
    buckets = found["aggregations"]["tenants"]["buckets"]
    return {UUID(bucket["key"]): bucket["doc_count"] for bucket in buckets}


def different_samples(index: str, size: int = SAMPLE) -> list[ObjectId]:
    """Of some rows by chance those whose document is missing or older."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.uuid, r.object_key, {DIGEST} FROM search_searchrow r"
            " JOIN tenancy_tenant t ON t.id = r.tenant_id ORDER BY random() LIMIT %s",
            [size],
        )
        rows = {(tenant, key): digest for tenant, key, digest in cursor.fetchall()}
    if not rows:
        return []
    ids = [document_id(*one) for one in rows]
    found = client().mget(index=index, ids=ids, source_includes=["digest"])["docs"]
    digests = {object_id(one["_id"]): one.get("_source", {}).get("digest") for one in found}
    return [one for one, digest in rows.items() if digests[one] != digest]


def differences(index: str, tenant: UUID) -> set[str]:
    """Objects of a tenant that the index lacks, has in excess, or has in an older state."""
    rows = dict(_digests_of_rows(tenant))
    documents = dict(_digests_of_documents(index, tenant))
    return {key for key in rows.keys() | documents.keys() if rows.get(key) != documents.get(key)}


def waiting(tenant: UUID | None = None) -> set[ObjectId]:
    """Objects whose change is still to be passed on, or was given up."""
    changes = SearchChange.objects.all()
    if tenant is not None:
        changes = changes.filter(tenant=tenant)
    return set(changes.values_list("tenant", "object_key"))


def note(objects: Iterable[ObjectId], error: str = "") -> None:
    """Has the relay look at these objects again."""
    SearchChange.objects.bulk_create(
        SearchChange(tenant=tenant, object_key=key, error=error) for tenant, key in objects
    )


def _digests_of_rows(tenant: UUID) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.object_key, {DIGEST} FROM search_searchrow r"
            " WHERE r.tenant_id = (SELECT id FROM tenancy_tenant WHERE uuid = %s)",
            [tenant],
        )
        yield from cursor.fetchall()


def _digests_of_documents(index: str, tenant: UUID) -> Iterator[tuple[str, str]]:
    query = {"query": {"term": {"tenant": str(tenant)}}, "_source": ["digest"]}
    for one in scan(client(), index=index, query=query, size=1000):
        yield object_id(one["_id"])[1], one["_source"].get("digest", "")
