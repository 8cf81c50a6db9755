"""Other words for those that are found nowhere: the nearest words of rows that may be seen."""

from dataclasses import replace

from django.db import connection

from ..analysis.terms import Term, Terms
from ..query import SearchQuery
from . import spelling
from .answer import Corrections
from .statement import Statement, Tables


def corrections(query: SearchQuery, missing: list[Term], tables: Tables) -> Corrections:
    """For each word found nowhere the nearest words of visible rows, as written there."""
    found: Corrections = {}
    for term in missing:
        if len(term.words) > 1 or not (allowed := spelling.edits_allowed(term.word)):
            continue
        rows = _candidates(query, sorted(spelling.keys(term.word, allowed)), tables)
        shown = {word: display for word, display, _ in rows}
        best = spelling.best(term.word, ((word, count) for word, _, count in rows))
        if best:
            found[term] = {word: shown[word] for word in best}
    return found


def _candidates(query: SearchQuery, keys: list[str], tables: Tables) -> list[tuple[str, str, int]]:
    statement = Statement(tables, replace(query, text=""), Terms(), [])
    visible = statement.visible()
    bind = statement.parameters.bind
    sql = f"""
        WITH visible AS NOT MATERIALIZED ({visible})
        SELECT word, display, n FROM (
            SELECT s.word, s.display, (
                SELECT count(*) FROM visible r WHERE r.vector @@ s.lexeme::tsquery) AS n
            FROM {tables.words} s WHERE s.keys && {bind(keys)}::text[]) c
        WHERE n > 0"""
    with connection.cursor() as cursor:
        cursor.execute(sql, statement.parameters.values)
        return cursor.fetchall()
