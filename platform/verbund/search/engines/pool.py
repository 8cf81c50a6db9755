"""The rows that a statement weighs, as SQL: one tier of candidates after the other."""

from dataclasses import dataclass

from ..query import SearchQuery
from .candidates import Candidates
from .parameters import Parameters
from .tables import Tables


@dataclass(frozen=True, slots=True)
class Pool:
    tables: Tables
    query: SearchQuery
    candidates: Candidates
    parameters: Parameters

    def tiers(self) -> list[str]:
        """Materialized, so that each is planned to the end, for the index; it still stops early."""
        bind = self.parameters.bind
        # In a large index the words alone are asked: by the many sites of a network the planner
        # would read every row and unpack its vector (measured: 200,000 pages for one tier).
        tenant = "r.tenant_id" if self.candidates.limit is None else "(r.tenant_id + 0)"
        tenants = bind(list(self.query.tenants))
        scope = f"SELECT id FROM {self.tables.tenants} WHERE uuid = ANY({tenants}::uuid[])"
        return [
            f"tier{number} AS MATERIALIZED (SELECT r.id FROM {self.tables.rows} r"
            f" WHERE r.vector @@ {bind(tier)}::tsquery"
            f" AND {tenant} = ANY(ARRAY({scope})))"
            for number, tier in enumerate((*self.candidates.tiers, *self.candidates.filtered))
        ]

    def chosen(self) -> str:
        first = len(self.candidates.tiers)
        last = first + len(self.candidates.filtered)
        pools = [self._pool(range(first)), self._pool(range(first, last))]
        return " UNION ".join(filter(None, pools))

    def _pool(self, numbers: range) -> str:
        """The rows of some tiers, one tier after the other until there are enough."""
        if not numbers:
            return ""
        if self.candidates.limit is None:
            return " UNION ".join(f"SELECT id FROM tier{number}" for number in numbers)
        limit = self.parameters.bind(self.candidates.limit)
        tiers = " UNION ALL ".join(f"(SELECT id FROM tier{n} LIMIT {limit})" for n in numbers)
        pool = f"SELECT id FROM ({tiers}) tiers"
        # Twice the limit: a row of a good tier is in the next one too.
        return f"SELECT id FROM ({pool} LIMIT 2 * {limit}) pool{numbers.start} GROUP BY id"
