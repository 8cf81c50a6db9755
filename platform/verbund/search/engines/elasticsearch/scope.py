"""What may be found at this moment, asked of the database and not of the index."""

from dataclasses import dataclass

from django.db import connection
from elasticsearch.dsl.query import Bool, Exists, Ids, Query, Range, Term, Terms

from verbund.tenancy.enums import READABLE

from ...analysis.terms import Terms as SearchTerms
from ...query import Scope, SearchQuery
from ..statement import Statement
from ..tables import Tables
from .documents import document_id, gate

# From here on the index lacks so much that the table answers.
MOST_WAITING = 5_000
LONGEST_WAIT = 60  # seconds


class TooFarBehind(Exception):
    """The index lacks so many changes, or such old ones, that the table has to answer."""


@dataclass(frozen=True, slots=True)
class Scoped:
    """Tenants and plugins that are open, and objects that are gone though the index has them."""

    gates: tuple[str, ...]
    gone: tuple[str, ...] = ()


def scope_of(query: SearchQuery, tables: Tables) -> Scoped:
    """:raises TooFarBehind: the index lacks too much of this scope."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT t.uuid, '' FROM {tables.tenants} t WHERE {_IS_OPEN}
            UNION ALL
            SELECT t.uuid, p.label FROM {tables.tenants} t
            JOIN {tables.plugins} p ON p.tenant_id = t.id AND p.enabled WHERE {_IS_OPEN}
            UNION ALL
            SELECT NULL, '' WHERE {_is_behind(tables)}""",
            {"scope": list(query.tenants), "readable": list(READABLE), "home": query.home},
        )
        rows = cursor.fetchall()
    if any(tenant is None for tenant, _ in rows):
        raise TooFarBehind(
            f"More than {MOST_WAITING} changes wait, or longer than {LONGEST_WAIT} s."
        )
    return Scoped(tuple(gate(*row) for row in rows), _gone(query, tables))


_IS_OPEN = (
    "t.uuid = ANY(%(scope)s::uuid[]) AND (t.status = ANY(%(readable)s) OR t.uuid = %(home)s::uuid)"
)


def _is_behind(tables: Tables) -> str:
    """Changes that were refused once are another matter: they hold nothing up."""
    waiting = (
        f"SELECT 1 FROM {tables.changes} c WHERE c.tenant = ANY(%(scope)s::uuid[])"
        " AND c.attempts = 0 AND c.next_try IS NOT NULL"
    )
    old = f"c.created < clock_timestamp() - interval '{LONGEST_WAIT} seconds'"
    return f"EXISTS ({waiting} AND {old}) OR EXISTS ({waiting} OFFSET {MOST_WAITING})"


def _gone(query: SearchQuery, tables: Tables) -> tuple[str, ...]:
    """Objects whose change is still to be passed on and that nobody may see any more."""
    statement = Statement(tables, query, SearchTerms(), [])
    visible, bind = statement.visible(), statement.parameters.bind
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH visible AS NOT MATERIALIZED ({visible})
            SELECT DISTINCT c.tenant, c.object_key FROM {tables.changes} c
            WHERE c.tenant = ANY({bind(list(query.tenants))}::uuid[]) AND NOT EXISTS (
                SELECT 1 FROM visible r WHERE r.site = c.tenant AND r.object_key = c.object_key)""",
            statement.parameters.values,
        )
        return tuple(document_id(*row) for row in cursor.fetchall())


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
