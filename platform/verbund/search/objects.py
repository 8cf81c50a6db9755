"""The search for a list of its own: which objects of a kind fit a text, best first."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.utils.translation import get_language

from verbund.tenancy.context import current_tenant

from .analysis.terms import Term, Terms
from .engines.answer import Corrections, respellings
from .engines.asking import terms_of, ways_of
from .engines.corrections import corrections
from .engines.statement import Statement
from .engines.tables import Tables
from .parameters import LONGEST_TEXT
from .query import SearchQuery


@dataclass(frozen=True, slots=True)
class FoundObjects:
    """Primary keys; ``suggestion`` is a better spelling, where only that found them."""

    keys: tuple[int, ...] = ()
    suggestion: str = ""


def find_objects(text: str, kind: str) -> FoundObjects:
    """All public objects of a kind on this site that a text finds.

    PostgreSQL answers whatever engine the search pages ask: a list of one site has to be whole,
    and its rows are always there.
    """
    home = current_tenant().uuid
    language = get_language() or settings.LANGUAGE_CODE
    query = SearchQuery(
        text=text[:LONGEST_TEXT],
        tenants=(home,),
        home=home,
        kinds=(kind,),
        reader_language=language,
    )
    terms = terms_of(query)
    return _find(query, terms) if terms.terms else FoundObjects()


def _find(query: SearchQuery, terms: Terms) -> FoundObjects:
    keys, missing = _keys(query, terms, {})
    others = corrections(query, missing, Tables()) if missing else {}
    if not others:
        return FoundObjects(keys)
    corrected, _missing = _keys(query, terms, others)
    if len(corrected) <= len(keys):
        return FoundObjects(keys)
    return FoundObjects(corrected, respellings(query.text, others)[0])


def _keys(
    query: SearchQuery, terms: Terms, others: Corrections
) -> tuple[tuple[int, ...], list[Term]]:
    """The keys that fit, and the terms that no row has."""
    statement = Statement(Tables(), query, terms, ways_of(query, terms, others))
    with connection.cursor() as cursor:
        cursor.execute(statement.keys_sql(), statement.parameters.values)
        [(seen, keys)] = cursor.fetchall()
    missing = [term for term, rows in zip(terms.terms, seen, strict=True) if not rows]
    return tuple(int(key.rpartition(":")[2]) for key in keys or ()), missing
