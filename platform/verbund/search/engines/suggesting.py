"""What the beginning of a search may become: topics and titles of documents that are visible."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from ..analysis.lexemes import EXACT, quoted
from ..analysis.terms import Terms
from ..analysis.tokens import tokenize
from ..query import SearchQuery
from .statement import Statement
from .tables import Tables

SHORTEST = 2
MOST = 8
LONGEST = 90  # letters; a box under a field is no place for more
# Of more documents that fit, any will do: whoever types on has fewer.
CANDIDATES = 200

Candidate = tuple[str, list[str]]  # title and topics


def typed_words(text: str) -> tuple[str, ...]:
    """The words of a beginning; none where it is too short to say anything."""
    words = tuple(token.word for token in tokenize(text))
    return words if words and len(words[-1]) >= SHORTEST else ()


def from_table(query: SearchQuery, words: Sequence[str], tables: Tables) -> list[Candidate]:
    """Documents in the reader's language whose title or topics have all the words' beginnings."""
    wanted = " & ".join(f"{quoted(EXACT + word)}:*AB" for word in words)
    return _read(query, tables, "r.vector @@ %(wanted)s::tsquery", {"wanted": wanted})


def of_objects(
    query: SearchQuery, objects: Sequence[tuple[UUID, str]], tables: Tables
) -> list[Candidate]:
    """Those of these objects that are visible at this moment."""
    condition = (
        "(r.site, r.object_key) IN (SELECT * FROM unnest(%(sites)s::uuid[], %(keys)s::text[]))"
    )
    values = {"sites": [one[0] for one in objects], "keys": [one[1] for one in objects]}
    return _read(query, tables, condition, values) if objects else []


def _read(
    query: SearchQuery, tables: Tables, condition: str, values: dict[str, Any]
) -> list[Candidate]:
    statement = Statement(tables, query, Terms(), [])
    visible, bind = statement.visible(), statement.parameters.bind
    sql = f"""
        WITH visible AS NOT MATERIALIZED ({visible})
        SELECT r.title, r.topics FROM visible r
        WHERE {condition} AND r.language = {bind(query.reader_language)} LIMIT {CANDIDATES}"""
    with connection.cursor() as cursor:
        cursor.execute(sql, {**statement.parameters.values, **values})
        return cursor.fetchall()


def best(words: Sequence[str], candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """What begins as typed first, then topics before titles, short before long; each once."""
    found: dict[str, tuple[tuple[bool, bool, int, str], str]] = {}
    for title, topics in candidates:
        for text in (*topics, title):
            own = [token.word for token in tokenize(text)]
            if len(text) <= LONGEST and _fits(words, own):
                rank = (not _begins(words, own), text == title, len(text), text)
                key = " ".join(own)
                found[key] = min(found.get(key, (rank, text)), (rank, text))
    return tuple(text for _rank, text in sorted(found.values())[:MOST])


def _fits(words: Sequence[str], own: Sequence[str]) -> bool:
    return all(any(one.startswith(word) for one in own) for word in words)


def _begins(words: Sequence[str], own: Sequence[str]) -> bool:
    return " ".join(own).startswith(" ".join(words))
