"""What may be found at this moment, asked of the database and not of the index."""

from dataclasses import dataclass

from django.db import connection
from elasticsearch.dsl.query import Bool, Exists, Ids, Query, Range, Term, Terms

from verbund.tenancy.enums import READABLE

from ...analysis.terms import Terms as SearchTerms
from ...query import Scope, SearchQuery
from ..statement import Statement, Tables
from .documents import document_id, gate

# So many deletions that the index does not know of yet are left out one by one.
MOST_GONE = 5_000


class TooFarBehind(Exception):
    """The index lacks so many changes that the table has to answer."""


@dataclass(frozen=True, slots=True)
class Scoped:
    """Tenants and plugins that are open, and objects that are gone though the index has them."""

    gates: tuple[str, ...]
    gone: tuple[str, ...] = ()


def scope_of(query: SearchQuery, tables: Tables) -> Scoped:
    """:raises TooFarBehind: more is gone than can be left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT t.uuid, '' FROM {tables.tenants} t WHERE {_IS_OPEN}
            UNION ALL
            SELECT t.uuid, p.label FROM {tables.tenants} t
            JOIN {tables.plugins} p ON p.tenant_id = t.id AND p.enabled WHERE {_IS_OPEN}""",
            {"scope": list(query.tenants), "readable": list(READABLE), "home": query.home},
        )
        gates = tuple(gate(*row) for row in cursor.fetchall())
    return Scoped(gates, _gone(query, tables))


_IS_OPEN = (
    "t.uuid = ANY(%(scope)s::uuid[]) AND (t.status = ANY(%(readable)s) OR t.uuid = %(home)s::uuid)"
)


def _gone(query: SearchQuery, tables: Tables) -> tuple[str, ...]:
    """Objects whose change is still to be told and that nobody may see any more."""
    statement = Statement(tables, query, SearchTerms(), [])
    visible, bind = statement.visible(), statement.parameters.bind
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH visible AS NOT MATERIALIZED ({visible})
            SELECT DISTINCT c.tenant, c.object_key FROM {tables.changes} c
            WHERE c.tenant = ANY({bind(list(query.tenants))}::uuid[]) AND NOT EXISTS (
                SELECT 1 FROM visible r WHERE r.site = c.tenant AND r.object_key = c.object_key)
            LIMIT {MOST_GONE + 1}""",
            statement.parameters.values,
        )
        rows = cursor.fetchall()
    if len(rows) > MOST_GONE:
        raise TooFarBehind(f"More than {MOST_GONE} objects are gone.")
    return tuple(document_id(*row) for row in rows)


def filters(query: SearchQuery, scoped: Scoped) -> list[Query]:
    """What a document must fulfil to be seen at all."""
    found: list[Query] = [Terms(gate=list(scoped.gates)), _not_expired()]
    if query.scope is Scope.NETWORK:
        found.append(_shown_to_network(query))
    if scoped.gone:
        found.append(Bool(must_not=[Ids(values=list(scoped.gone))]))
    return found


def _not_expired() -> Query:
    return Bool(
        should=[Range(visible_until={"gt": "now"}), Bool(must_not=[Exists(field="visible_until")])],
        minimum_should_match=1,
    )


def _shown_to_network(query: SearchQuery) -> Query:
    allowed: list[Query] = [Term(visibility="network")]
    if query.home:
        allowed.append(Term(tenant=str(query.home)))
    return Bool(should=allowed, minimum_should_match=1)
