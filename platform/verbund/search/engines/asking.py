"""How a search goes on when a word is found nowhere; the same for every engine."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..analysis.fold import fold
from ..analysis.terms import Term, Terms, begin, parse
from ..query import SearchQuery, SearchResult
from .answer import Corrections, respellings, with_suggestion
from .corrections import corrections, more_usual
from .tables import Tables
from .ways import Way, ways

RARE = 2  # rows
# Asks an engine for some terms; for each of them it says how many rows really meet it.
Run = Callable[[Terms, Corrections], tuple[SearchResult, Sequence[int]]]


def ask(query: SearchQuery, tables: Tables, run: Run) -> SearchResult:
    """As typed; then a whole word as a beginning; then in another spelling."""
    terms = terms_of(query)
    if not terms.terms or not query.tenants:
        return SearchResult(page=query.page, page_size=query.page_size)
    result, seen = run(terms, {})
    if not all(seen) and (begun := _as_beginnings(terms, seen)) != terms:
        terms = begun
        result, seen = run(terms, {})
    missing = [term for term, rows in zip(terms.terms, seen, strict=True) if not rows]
    result = replace(
        result, missing=tuple(term.typed for term in missing), rarest=_rarest(terms, seen)
    )
    if not query.correct:
        return result
    if missing:
        return _corrected(query, terms, result, corrections(query, missing, tables), run)
    rare = [(term, rows) for term, rows in zip(terms.terms, seen, strict=True) if rows <= RARE]
    usual = more_usual(query, rare, tables)
    return replace(result, suggestion=respellings(query.text, usual)[0]) if usual else result


def _corrected(
    query: SearchQuery, terms: Terms, result: SearchResult, others: Corrections, run: Run
) -> SearchResult:
    if not others:
        return result
    corrected, _ = run(terms, others)
    return with_suggestion(query, corrected, result, others)


def _rarest(terms: Terms, seen: Sequence[int]) -> str:
    """Of several words the one that fewest rows have."""
    if len(terms.terms) < 2:
        return ""
    return min(zip(seen, terms.terms, strict=True), key=lambda one: one[0])[1].typed


def terms_of(query: SearchQuery) -> Terms:
    return parse(query.text, query.reader_language, query.synonyms)


def ways_of(query: SearchQuery, terms: Terms, others: Corrections) -> list[list[Way]]:
    """For each term the ways of meeting it, other spellings and names of sites included."""
    return [ways(term, tuple(others.get(term, ())), _sites(term, query)) for term in terms.terms]


def _as_beginnings(terms: Terms, seen: Sequence[int]) -> Terms:
    """Whole words that were found nowhere may be the beginning of longer ones."""
    numbered = zip(terms.terms, seen, strict=True)
    return replace(terms, terms=tuple(term if rows else begin(term) for term, rows in numbered))


def _sites(term: Term, query: SearchQuery) -> tuple[str, ...]:
    """Those sites whose name the term is."""
    return tuple(site.hex for name, site in query.places if fold(name) == term.word)
