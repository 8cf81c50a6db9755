"""The PostgreSQL engine: rows with a tsvector of our own lexemes, ranked in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from ..analysis.terms import Terms
from ..query import Hit, SearchQuery, SearchResult
from . import answer
from .answer import Corrections
from .asking import ask, ways_of
from .candidates import LIMIT, candidates
from .statement import Statement
from .suggesting import best, from_table, typed_words
from .tables import Tables

Ranked = Sequence[tuple[int, float]]  # rows' ids and scores, the best first


@dataclass(frozen=True, slots=True)
class PostgresEngine:
    """`limit`: as many rows a search weighs in a large index."""

    tables: Tables = Tables()
    limit: int = LIMIT

    def search(self, query: SearchQuery) -> SearchResult:
        return ask(query, self.tables, lambda terms, others: self._run(query, terms, others))

    def suggest(self, query: SearchQuery) -> tuple[str, ...]:
        words = typed_words(query.text)
        return best(words, from_table(query, words, self.tables)) if words else ()

    def _run(
        self, query: SearchQuery, terms: Terms, others: Corrections
    ) -> tuple[SearchResult, Sequence[int]]:
        found = ways_of(query, terms, others)
        chosen = candidates(self.tables, query, terms, found, self.limit)
        rows = _execute(statement := Statement(self.tables, query, terms, found, chosen))
        total, seen, facets, weighed = rows[0][:4]
        ranked = [(row[4], row[5]) for row in rows if row[4] is not None]
        result = SearchResult(
            total=total,
            capped=chosen.limit is not None and weighed >= chosen.limit,
            hits=_hits(ranked, statement),
            facets=answer.facets(facets, query),
            page=query.page,
            page_size=query.page_size,
        )
        return result, seen


def _execute(statement: Statement) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.sql(), statement.parameters.values)
        return cursor.fetchall()


def _hits(ranked: Ranked, statement: Statement) -> tuple[Hit, ...]:
    """What is shown of the ranked rows, in their order."""
    if not ranked:
        return ()
    places, ids = statement.places(), statement.parameters.bind([number for number, _ in ranked])
    sql = f"""
        SELECT r.id, {answer.COLUMNS.replace("r.site", "t.uuid")}, {places}
        FROM {statement.tables.rows} r JOIN {statement.tables.tenants} t ON t.id = r.tenant_id
        WHERE r.id = ANY({ids}::bigint[])"""
    with connection.cursor() as cursor:
        cursor.execute(sql, statement.parameters.values)
        rows = {row[0]: row[1:] for row in cursor.fetchall()}
    return tuple(
        answer.hit(rows[number][:-1], score, rows[number][-1], statement.asked)
        for number, score in ranked
        if number in rows
    )
