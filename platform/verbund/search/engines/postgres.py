"""The PostgreSQL engine: rows with a tsvector of our own lexemes, searched in one statement."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import connection

from ..analysis.document import (
    Field,
    document_fields,
    document_vector,
    document_words,
    places,
)
from ..analysis.terms import Term, Terms, parse
from ..analysis.tokens import Token
from ..excerpt import excerpt, marked
from ..query import FacetCount, Hit, SearchQuery, SearchResult
from . import spelling
from .base import Entry
from .criteria import exact, ways
from .statement import Statement, Tables


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
        """For each word found nowhere the nearest words of the scope's visible rows, with a spelling to show."""
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

    def put(self, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        if not entries:
            return
        with connection.cursor() as cursor:
            cursor.executemany(self._upsert(), [_row(entry) for entry in entries])
        self.learn(entries)

    def _upsert(self) -> str:
        values = ", ".join(_CASTS.get(name, f"%({name})s") for name in _COLUMNS)
        updates = ", ".join(f"{name} = EXCLUDED.{name}" for name in _COLUMNS)
        return f"""
            INSERT INTO {self.tables.rows} (tenant_id, {", ".join(_COLUMNS)}, updated)
            SELECT id, {values}, now() FROM {self.tables.tenants} WHERE uuid = %(tenant)s
            ON CONFLICT (tenant_id, object_key) DO UPDATE SET {updates}, updated = now()"""

    def learn(self, entries: Iterable[Entry]) -> None:
        """Keeps the words as candidates for better spellings; whether a reader may see one is asked then."""
        words: dict[str, str] = {}
        for entry in entries:
            words.update(document_words(_fields(entry)))
        rows = [
            (word, display, exact(word), sorted(spelling.keys(word)))
            for word, display in sorted(words.items())
            if spelling.edits_allowed(word)
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.tables.words} (word, display, lexeme, keys)"
                " VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
                rows,
            )

    def remove(self, tenant: UUID, object_keys: Iterable[str]) -> None:
        self._delete(tenant, "AND object_key = ANY(%s)", [list(object_keys)])

    def clear(self, tenant: UUID) -> None:
        self._delete(tenant, "", [])

    def _delete(self, tenant: UUID, condition: str, values: list[Any]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {self.tables.rows} WHERE tenant_id ="
                f" (SELECT id FROM {self.tables.tenants} WHERE uuid = %s) {condition}",
                [tenant, *values],
            )


_COLUMNS = (
    "object_key",
    "plugin",
    "kind",
    "visibility",
    "language",
    "title",
    "summary",
    "body",
    "path",
    "topics",
    "keywords",
    "date",
    "visible_until",
    "vector",
)

# PostgreSQL does not guess these types in a SELECT.
_CASTS = {
    "topics": "%(topics)s::text[]",
    "keywords": "%(keywords)s::text[]",
    "date": "%(date)s::date",
    "visible_until": "%(visible_until)s::timestamptz",
    "vector": "%(vector)s::tsvector",
}


def _fields(entry: Entry) -> tuple[Field, ...]:
    return document_fields(entry.title, entry.topics, entry.keywords, entry.summary, entry.body)


def _row(entry: Entry) -> dict[str, Any]:
    year = entry.date.year if entry.date else None
    return {
        "tenant": entry.tenant,
        "object_key": entry.object_key,
        "plugin": entry.plugin,
        "kind": entry.kind,
        "visibility": "network" if entry.network else "own",
        "language": entry.language,
        "title": entry.title,
        "summary": entry.summary,
        "body": entry.body,
        "path": entry.path,
        "topics": list(entry.topics),
        "keywords": list(entry.keywords),
        "date": entry.date,
        "visible_until": entry.visible_until,
        "vector": document_vector(_fields(entry), entry.language, year),
    }


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
