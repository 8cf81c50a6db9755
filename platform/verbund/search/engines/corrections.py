"""Better spellings for words that a search found nowhere, from words of rows that it may show."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection

from ..analysis.compounds import is_known
from ..analysis.lexemes import TENANT, quoted
from ..analysis.terms import Term
from ..query import SearchQuery
from . import spelling
from .answer import Corrections
from .candidates import MOST_SITES_BY_INDEX
from .parameters import Parameters
from .tables import Tables
from .visible import visible_sql

MOST_COMPARED = 12  # of the nearest words so many are looked for in the rows
MOST_COUNTED = 200
MUCH_MORE = 5


@dataclass(frozen=True, slots=True)
class Word:
    word: str
    display: str
    lexeme: str


def corrections(query: SearchQuery, missing: Iterable[Term], tables: Tables) -> Corrections:
    """For each word found nowhere the nearest words of visible rows, as written there."""
    found: dict[Term, dict[str, str]] = {}
    for term in missing:
        if _is_word(term) and (best := nearest(tables, query, term.word)):
            found[term] = {word.word: word.display for word, _ in best}
    return found


def more_usual(query: SearchQuery, rare: Iterable[tuple[Term, int]], tables: Tables) -> Corrections:
    """For words that few rows have the nearest that many more have: Vereine for Vereien."""
    found: dict[Term, dict[str, str]] = {}
    for term, rows in rare:
        if not _is_word(term) or is_known(term.word):
            continue
        usual = [
            word for word, count in nearest(tables, query, term.word) if count >= MUCH_MORE * rows
        ]
        if usual:
            found[term] = {word.word: word.display for word in usual}
    return found


def _is_word(term: Term) -> bool:
    """What stands in quotes is meant as it stands."""
    return len(term.words) == 1 and not term.quoted


def nearest(tables: Tables, query: SearchQuery, word: str) -> list[tuple[Word, int]]:
    """The nearest words that visible rows have, with how many rows (counted up to a limit)."""
    candidates = {one.word: one for one in _candidates(tables, word)}
    close = spelling.closest(word, candidates)[:MOST_COMPARED]
    counts = _counts(tables, query, [candidates[one] for one in close])
    best = spelling.best(word, ((one, count) for one, count in counts.items() if count))
    return [(candidates[one], counts[one]) for one in best]


def _candidates(tables: Tables, word: str) -> list[Word]:
    keys = sorted(spelling.keys(word))
    if not keys:
        return []
    sql = f"SELECT word, display, lexeme FROM {tables.words} WHERE keys && %s::text[]"
    with connection.cursor() as cursor:
        cursor.execute(sql, [keys])
        return [Word(*row) for row in cursor.fetchall()]


def _counts(tables: Tables, query: SearchQuery, words: list[Word]) -> dict[str, int]:
    if not words:
        return {}
    parameters = Parameters()
    visible = visible_sql(tables, replace(query, text=""), parameters)
    scope = _scope(query)
    # Materialized, so that each is planned for the index; the limit still stops it early.
    having = [
        f"has{number} AS MATERIALIZED (SELECT 1 FROM visible r"
        f" WHERE r.vector @@ {parameters.bind(f'({word.lexeme}){scope}')}::tsquery)"
        for number, word in enumerate(words)
    ]
    counts = [
        f"(SELECT count(*) FROM (SELECT 1 FROM has{number} LIMIT {MOST_COUNTED}) n)"
        for number in range(len(words))
    ]
    sql = f"WITH visible AS NOT MATERIALIZED ({visible}), {', '.join(having)}"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} SELECT {', '.join(counts)}", parameters.values)
        found = cursor.fetchone()
    return dict(zip([word.word for word in words], found, strict=True))


def _scope(query: SearchQuery) -> str:
    if len(query.tenants) > MOST_SITES_BY_INDEX:
        return ""
    return f" & ({' | '.join(quoted(TENANT + site.hex) for site in query.tenants)})"
