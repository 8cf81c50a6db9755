"""The PostgreSQL engine: rows with a tsvector of our own lexemes, searched in one statement."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from ..analysis.document import Field, document_fields, places
from ..analysis.terms import Term, Terms, parse
from ..analysis.tokens import Token
from ..excerpt import excerpt, marked
from ..query import FacetCount, Hit, SearchQuery, SearchResult
from . import spelling
from .statement import Statement, Tables
from .ways import ways


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
        corrections = self._corrections(query, missing)
        if not corrections:
            return result
        corrected, _ = self._run(query, terms, corrections)
        return _with_suggestion(query, corrected, result, corrections)

    def _run(
        self, query: SearchQuery, terms: Terms, corrections: dict[Term, dict[str, str]]
    ) -> tuple[SearchResult, list[int]]:
        found = [ways(term, tuple(corrections.get(term, ()))) for term in terms.terms]
        statement = Statement(self.tables, query, terms, found)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql(), statement.parameters.values)
            rows = cursor.fetchall()
        total, seen, facets = rows[0][:3]
        hits = tuple(_hit(row[3:]) for row in rows if row[3] is not None)
        result = SearchResult(
            total, hits, _facets(facets, query), page=query.page, page_size=query.page_size
        )
        return result, seen

    def _corrections(self, query: SearchQuery, missing: list[Term]) -> dict[Term, dict[str, str]]:
        """For each word found nowhere the nearest words of visible rows, as written there."""
        found: dict[Term, dict[str, str]] = {}
        for term in missing:
            if len(term.words) > 1 or not (allowed := spelling.edits_allowed(term.word)):
                continue
            rows = self._candidates(query, sorted(spelling.keys(term.word, allowed)))
            shown = {word: display for word, display, _ in rows}
            best = spelling.best(term.word, ((word, count) for word, _, count in rows))
            if best:
                found[term] = {word: shown[word] for word in best}
        return found

    def _candidates(self, query: SearchQuery, keys: list[str]) -> list[tuple[str, str, int]]:
        statement = Statement(self.tables, replace(query, text=""), Terms(), [])
        visible = statement._visible()
        bind = statement.parameters.bind
        sql = f"""
            WITH visible AS NOT MATERIALIZED ({visible})
            SELECT word, display, n FROM (
                SELECT s.word, s.display, (
                    SELECT count(*) FROM visible r WHERE r.vector @@ s.lexeme::tsquery) AS n
                FROM {self.tables.words} s WHERE s.keys && {bind(keys)}::text[]) c
            WHERE n > 0"""
        with connection.cursor() as cursor:
            cursor.execute(sql, statement.parameters.values)
            return cursor.fetchall()


def _hit(row: tuple[Any, ...]) -> Hit:
    key, site, kind, language, title, summary, body, path, topics, keywords, date, score, found = (
        row
    )
    fields = document_fields(title, topics, keywords, summary, body)
    tokens = _tokens_at(fields, set(found or ()))
    text, in_text = _text_to_show(summary, body, tokens)
    return Hit(
        object_key=key,
        tenant=site,
        kind=kind,
        language=language,
        title=title,
        title_html=marked(title, tokens["title"]),
        excerpt=excerpt(text, in_text),
        path=path,
        topics=tuple(topics),
        date=date,
        score=score,
    )


def _tokens_at(fields: tuple[Field, ...], found: set[int]) -> dict[str, list[Token]]:
    """The words of each field whose places the index found."""
    tokens: dict[str, list[Token]] = defaultdict(list)
    for name, place, token in places(fields):
        if place in found:
            tokens[name].append(token)
    return tokens


def _text_to_show(
    summary: str, body: str, tokens: dict[str, list[Token]]
) -> tuple[str, list[Token]]:
    """The summary, unless only the body has what was asked for."""
    in_summary = {token.word for token in tokens["summary"]}
    in_body = {token.word for token in tokens["body"]}
    if body and (not summary or len(in_body) > len(in_summary)):
        return body, tokens["body"]
    return summary, tokens["summary"]


def _facets(
    rows: list[tuple[str, str, int]] | None, query: SearchQuery
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts by facet; a chosen value stays there with 0, so that it can be taken back."""
    chosen = {
        "site": [str(site) for site in query.sites],
        "kind": list(query.kinds),
        "topic": list(query.topics),
        "language": list(query.languages),
        "year": [str(year) for year in query.years],
    }
    found: dict[str, list[FacetCount]] = {name: [] for name in chosen}
    for name, value, count in rows or ():
        found[name].append(FacetCount(value, count, value in chosen[name]))
    for name, values in chosen.items():
        present = {facet.value for facet in found[name]}
        found[name] += [FacetCount(value, 0, True) for value in values if value not in present]
    return {name: tuple(counts) for name, counts in found.items()}


def _with_suggestion(
    query: SearchQuery,
    corrected: SearchResult,
    as_typed: SearchResult,
    corrections: dict[Term, dict[str, str]],
) -> SearchResult:
    """The corrected search where it finds more, with the spelling that it searched for."""
    if corrected.total <= as_typed.total and corrected.total == 0:
        return as_typed
    text = query.text
    for term, words in corrections.items():
        text = text.replace(term.typed, next(iter(words.values())))
    return replace(corrected, suggestion=text, corrected=True)
