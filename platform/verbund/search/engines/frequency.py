"""How common lexemes are, from what PostgreSQL's own statistics say of the rows."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db import connection

from .tables import Tables


@dataclass(frozen=True, slots=True)
class Frequencies:
    """`rows` in all; None where nobody has counted. A lexeme that is not in `shares` is rare."""

    rows: int | None = None
    tenants: int = 1
    shares: dict[str, float] = field(default_factory=dict)

    def share(self, lexemes: Collection[str]) -> float:
        """The share of rows that have any of some lexemes, taken as independent."""
        without = 1.0
        for lexeme in lexemes:
            without *= 1 - self.shares.get(lexeme, 0.0)
        return 1 - without


def frequencies(tables: Tables, lexemes: Collection[str]) -> Frequencies:
    """What ANALYZE last saw, which autovacuum keeps up to date; exact numbers need no more."""
    sql = f"""
        SELECT c.reltuples::bigint, (SELECT count(*) FROM {tables.tenants}), s.lexeme, s.share
        FROM pg_class c LEFT JOIN (
            SELECT unnest(most_common_elems::text::text[]) AS lexeme,
                unnest(most_common_elem_freqs) AS share
            FROM pg_stats WHERE schemaname = 'public' AND attname = 'vector' AND tablename = %s
        ) s ON s.lexeme = ANY(%s) WHERE c.oid = to_regclass(%s)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [tables.rows, list(lexemes), tables.rows])
        found = cursor.fetchall()
    rows, tenants = found[0][:2] if found else (-1, 1)
    shares = {lexeme: share for _, _, lexeme, share in found if lexeme is not None}
    return Frequencies(rows if rows >= 0 else None, max(tenants, 1), shares)
