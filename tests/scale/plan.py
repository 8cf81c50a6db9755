"""The plan of a search in PostgreSQL: `DATABASE_URL=… python -m tests.scale.plan Jugend Raum`."""

import re
import sys

WIDTH = 150


def plan_of(text: str) -> list[str]:
    """What EXPLAIN ANALYZE says of the search of the whole network, long conditions cut."""
    from django.db import connection

    from verbund.search.engines.asking import terms_of, ways_of
    from verbund.search.engines.candidates import candidates
    from verbund.search.engines.statement import Statement
    from verbund.search.engines.tables import TABLES
    from verbund.search.query import Scope, SearchQuery
    from verbund.tenancy.models import Tenant

    tenants = tuple(Tenant.objects.values_list("uuid", flat=True))
    query = SearchQuery(text, tenants, scope=Scope.NETWORK)
    terms = terms_of(query)
    found = ways_of(query, terms, {})
    chosen = candidates(TABLES, query, terms, found)
    statement = Statement(TABLES, query, terms, found, chosen)
    with connection.cursor() as cursor:
        cursor.execute(
            f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {statement.sql()}",
            statement.parameters.values,
        )
        lines = [str(row[0]) for row in cursor.fetchall()]
    return [re.sub(r"\s+$", "", line[:WIDTH]) for line in lines]


if __name__ == "__main__":
    import django

    django.setup()
    print("\n".join(plan_of(" ".join(sys.argv[1:]))))
