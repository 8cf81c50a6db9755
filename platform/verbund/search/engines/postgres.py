"""The PostgreSQL engine: rows with a tsvector of our own lexemes, searched in one statement."""

from dataclasses import dataclass

from django.db import connection

from ..analysis.terms import Terms, parse
from ..query import SearchQuery, SearchResult
from . import answer
from .answer import Corrections
from .corrections import corrections
from .statement import Statement, Tables
from .ways import ways

FOUND = len(answer.COLUMNS.split(","))  # then come score and places


@dataclass(frozen=True, slots=True)
class PostgresEngine:
    tables: Tables = Tables()

    def search(self, query: SearchQuery) -> SearchResult:
        terms = parse(query.text, query.reader_language)
        if not terms.terms or not query.tenants:
            return SearchResult(page=query.page, page_size=query.page_size)
        result, seen = self._run(query, terms, {})
        missing = [term for term, rows in zip(terms.terms, seen, strict=True) if not rows]
        if not (query.correct and missing):
            return result
        others = corrections(query, missing, self.tables)
        if not others:
            return result
        corrected, _ = self._run(query, terms, others)
        return answer.with_suggestion(query, corrected, result, others)

    def _run(
        self, query: SearchQuery, terms: Terms, others: Corrections
    ) -> tuple[SearchResult, list[int]]:
        found = [ways(term, tuple(others.get(term, ()))) for term in terms.terms]
        statement = Statement(self.tables, query, terms, found)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql(), statement.parameters.values)
            rows = cursor.fetchall()
        total, seen, facets = rows[0][:3]
        hits = tuple(
            answer.hit(columns[:FOUND], *columns[FOUND:])
            for columns in (row[3:] for row in rows)
            if columns[0] is not None
        )
        result = SearchResult(
            total,
            hits,
            answer.facets(facets, query),
            page=query.page,
            page_size=query.page_size,
        )
        return result, seen
