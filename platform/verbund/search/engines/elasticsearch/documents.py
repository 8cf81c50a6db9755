"""From rows of the table to documents of the index, without analysing a text a second time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from ...analysis.lexemes import EXACT
from ..tables import TABLES, Tables
from .mapping import BETWEEN, BLANK, FIELDS

# All lexemes of one word make one token of the index, which has a limit.
MOST_OF_A_WORD = 200
NAMED = ("A", "B")  # weights of the fields that name an object: title, topics and keywords

ObjectId = tuple[UUID, str]
Lexemes = Iterable[tuple[str, list[int] | None, list[str] | None]]
Words = dict[int, list[str]]  # place of a word to its lexemes

# The row without what says only when and how often it was written.
DIGEST = (
    "md5(ROW(r.plugin, r.kind, r.visibility, r.language, r.title, r.topics, r.date,"
    " r.visible_until, r.free_days, r.vector)::text)"
)
AS_THEY_ARE = ("object_key", "visibility", "kind", "language", "topics", "digest")
COLUMNS = {
    **{name: f"r.{name}" for name in ("object_key", "plugin", "kind", "visibility", "language")},
    **{name: f"r.{name}" for name in ("title", "topics", "date", "visible_until", "free_days")},
    "digest": DIGEST,
    "lexemes": "(SELECT json_agg(json_build_array(u.lexeme, u.positions, u.weights))"
    " FROM unnest(r.vector) u)",
}


@dataclass(frozen=True, slots=True)
class IndexedRow:
    """A row as the index takes it; `number` is its primary key."""

    number: int
    id: ObjectId
    source: dict[str, Any]


def document_id(tenant: UUID, object_key: str) -> str:
    return f"{tenant}:{object_key}"


def object_id(name: str) -> ObjectId:
    """The way back from a document's id."""
    tenant, _, object_key = name.partition(":")
    return UUID(tenant), object_key


def rows_of(objects: Sequence[ObjectId], tables: Tables = TABLES) -> Iterator[IndexedRow]:
    """The rows of these objects, as far as they are there."""
    wanted = "(t.uuid, r.object_key) IN (SELECT * FROM unnest(%s::uuid[], %s::text[]))"
    return _rows(wanted, [[one[0] for one in objects], [one[1] for one in objects]], tables)


def rows_after(number: int, count: int, tables: Tables = TABLES) -> Iterator[IndexedRow]:
    """The next rows in the order of their primary keys."""
    return _rows("r.id > %s ORDER BY r.id LIMIT %s", [number, count], tables)


def _rows(condition: str, values: list[Any], tables: Tables) -> Iterator[IndexedRow]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT r.id, t.uuid, {", ".join(COLUMNS.values())}
            FROM {tables.rows} r JOIN {tables.tenants} t ON t.id = r.tenant_id WHERE {condition}""",
            values,
        )
        rows = cursor.fetchall()
    for number, tenant, *columns in rows:
        row = dict(zip(COLUMNS, columns, strict=True))
        yield IndexedRow(number, (tenant, row["object_key"]), _source(tenant, row))


def _source(tenant: UUID, row: dict[str, Any]) -> dict[str, Any]:
    words = _words(row["lexemes"] or ())
    date: dt.date | None = row["date"]
    until: dt.datetime | None = row["visible_until"]
    return {
        **{name: row[name] for name in AS_THEY_ARE},
        "tenant": str(tenant),
        "gate": gate(tenant, row["plugin"]),
        "visible_until": until.isoformat() if until else None,
        "date": date.isoformat() if date else None,
        "year": date.year if date else None,
        "free_days": [day.isoformat() for day in row["free_days"]],
        "title_words": len(row["title"].split()) or 1,
        "beginnings": _as_written(words),
        **{field: list(_texts(words[weight])) for weight, field in FIELDS.items()},
    }


def gate(tenant: UUID, plugin: str) -> str:
    """What must be open for an object to be found."""
    return f"{tenant}:{plugin}"


def safe(lexeme: str) -> str:
    """A lexeme as one word of the index: folding makes blanks of a few rare letters."""
    return BLANK.join(lexeme.split())


def _words(lexemes: Lexemes) -> dict[str, Words]:
    found: dict[str, Words] = {weight: defaultdict(list) for weight in FIELDS}
    for lexeme, positions, weights in lexemes:
        for position, weight in zip(positions or (), weights or (), strict=True):
            found[weight][position].append(safe(lexeme))
    return found


def _texts(words: Words) -> Iterator[str]:
    """Words in their order; where the places have a gap a new text begins, as the index has it."""
    run: list[str] = []
    last = None
    for place in sorted(words):
        lexemes = words[place]
        if run and (last is None or place != last + 1):
            yield " ".join(run)
            run = []
        run.append(BETWEEN.join(lexemes[:MOST_OF_A_WORD]))
        # Only the last place that there is can hold more: all words of a very long text.
        for start in range(MOST_OF_A_WORD, len(lexemes), MOST_OF_A_WORD):
            yield BETWEEN.join(lexemes[start : start + MOST_OF_A_WORD])
        last = place
    if run:
        yield " ".join(run)


def _as_written(words: dict[str, Words]) -> str:
    """The folded words that name an object, in their order."""
    return " ".join(
        lexeme.removeprefix(EXACT)
        for weight in NAMED
        for place in sorted(words[weight])
        for lexeme in words[weight][place]
        if lexeme.startswith(EXACT)
    )
