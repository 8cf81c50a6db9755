"""Tenants and their rows, written in bulk: each text is analysed once, whoever has it."""

import random
import re
import time
from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import connection
from django.utils import timezone

from tests.scale.texts import Maker
from verbund.search.analysis.lexemes import LOT, LOTS, TENANT
from verbund.search.engines.rows import _COLUMNS, PostgresIndex, _row, words_of
from verbund.search.models import SearchChange
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

NOBODY = UUID(int=0)
LOT_OF_A_ROW = re.compile(rf"'{LOT}\d+'")
TRIGGER = "ALTER TABLE search_searchrow {} TRIGGER search_note_change"


def make_tenants(first: int, last: int) -> None:
    """Rows of the registry alone: a search reads nothing else of a tenant."""
    Tenant.objects.bulk_create(
        Tenant(
            schema_name=f"stadt{number}",
            name=f"Stadt {number}",
            association=f"Verband {number}",
            status=TenantStatus.READY,
            languages=["de"],
        )
        for number in range(first, last)
    )


def fill(tenants: Sequence[Tenant], documents: int) -> float:
    """Seconds. The change log is left out here: what it costs is measured apart."""
    started = time.monotonic()
    entries = list(Maker(timezone.localdate()).entries(NOBODY, documents))
    rows = [_row(entry) for entry in entries]
    columns = ["tenant_id", *_COLUMNS, "updated"]
    with connection.cursor() as cursor:
        cursor.execute(TRIGGER.format("DISABLE"))
        copy = f"COPY search_searchrow ({', '.join(columns)}) FROM STDIN"
        with cursor.copy(copy) as into:
            for values in _of_tenants(tenants, rows):
                into.write_row(values)
        cursor.execute(TRIGGER.format("ENABLE"))
        cursor.execute("VACUUM (ANALYZE) search_searchrow")
    PostgresIndex().learn(words_of(entries))
    return time.monotonic() - started


def _of_tenants(tenants: Sequence[Tenant], rows: list[dict[str, object]]) -> Iterator[list[object]]:
    now = timezone.now()
    chance = random.Random(3)
    for tenant in tenants:
        for row in rows:
            vector = str(row["vector"]).replace(TENANT + NOBODY.hex, TENANT + tenant.uuid.hex)
            lot = f"'{LOT}{chance.randrange(LOTS)}'"
            own = {**row, "vector": LOT_OF_A_ROW.sub(lot, vector)}
            yield [tenant.pk, *(own[name] for name in _COLUMNS), now]


def note_all(count: int) -> None:
    """As if so many rows had changed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_searchchange (tenant, object_key) SELECT t.uuid, r.object_key"
            " FROM search_searchrow r JOIN tenancy_tenant t ON t.id = r.tenant_id"
            " ORDER BY r.id LIMIT %s",
            [count],
        )


def nothing_waits() -> None:
    SearchChange.objects.all().delete()


def size_of_table() -> dict[str, int]:
    """Bytes of the table with its texts, and of each index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 'table', pg_table_size('search_searchrow') UNION ALL"
            " SELECT indexrelname::text, pg_relation_size(indexrelid)"
            " FROM pg_stat_user_indexes WHERE relname = 'search_searchrow'"
        )
        return dict(cursor.fetchall())
