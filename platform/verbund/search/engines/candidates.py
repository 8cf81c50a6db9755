"""Which rows are weighed at all: everything in a small index, the likeliest in a large one.

In a large index a common word stands in more rows than can be weighed while somebody waits. There
the rows come in tiers, the best first, as tsqueries that the index answers alone; a tier that is
too large gives a sample, the same one each time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log

from django.utils import timezone

from ..analysis.lexemes import (
    EXACT,
    HEAD,
    IN_TITLE,
    KIND,
    LANGUAGE,
    LONGEST,
    LOT,
    LOTS,
    MONTH,
    PART,
    STEM,
    TENANT,
    TOPIC,
    WHOLE_TITLE,
    YEAR,
    quoted,
)
from ..analysis.terms import Terms
from ..query import SearchQuery, Sort
from .criteria import any_query, bare
from .frequency import Frequencies, frequencies
from .tables import Tables
from .ways import Way

# The share of the terms (by how rare they are) that the best row must meet, and the share of
# what the best one meets that any other must.
LEAST_MET = 0.45
LEAST_OF_BEST = 0.4
LEAST = LEAST_MET * LEAST_OF_BEST
# As many rows are weighed in a large index.
LIMIT = 1_000
# More sites than this are told from others by the row, not by the index.
MOST_SITES_BY_INDEX = 60
MOST_TIERS = 14
MOST_TERMS_COMBINED = 5
MONTHS, YEARS = 12, 12
RARE = 0.001  # the share of what is not among the common lexemes, at most
IN_TITLES = (EXACT, STEM, HEAD, PART)


@dataclass(frozen=True, slots=True)
class Candidates:
    """`tiers` of tsqueries, taken in turn up to `limit`; `rows` and `found` are estimates."""

    tiers: tuple[str, ...]
    filtered: tuple[str, ...] = ()
    limit: int | None = None
    rows: int | None = None
    found: tuple[float, ...] = ()


def everything(query: SearchQuery, ways: list[list[Way]]) -> Candidates:
    """All rows that meet any term."""
    return Candidates((_all(_anything(ways), _any(_scope(query))),))


def candidates(
    tables: Tables, query: SearchQuery, terms: Terms, ways: list[list[Way]], limit: int = LIMIT
) -> Candidates:
    lexemes = {lexeme for found in ways for lexeme in lexemes_of(found) | title_lexemes(found)}
    choice = Choice(query, terms, ways, frequencies(tables, lexemes), limit)
    return choice.candidates() if choice.is_large() else everything(query, ways)


@dataclass(slots=True)
class Choice:
    """Chooses the candidates of one search."""

    query: SearchQuery
    terms: Terms
    ways: list[list[Way]]
    frequencies: Frequencies
    limit: int = LIMIT

    def is_large(self) -> bool:
        return sum(self._shares) * self._rows > self.limit

    def candidates(self) -> Candidates:
        scope = _scope(self.query)
        tiers, filters = list(self._tiers()), self._filters()
        return Candidates(
            tiers=tuple(self._sampled(tier, share, scope, []) for tier, share in tiers),
            filtered=tuple(self._sampled(tier, share, scope, filters) for tier, share in tiers)
            if filters
            else (),
            limit=self.limit,
            rows=round(self._rows),
            found=tuple(share * self._rows for share in self._shares),
        )

    @property
    def _rows(self) -> float:
        """Rows in the scope, if all sites are of one size."""
        share = min(1.0, len(self.query.tenants) / self.frequencies.tenants)
        return (self.frequencies.rows or 0) * share

    @property
    def _shares(self) -> list[float]:
        return [self.frequencies.share(lexemes_of(found)) for found in self.ways]

    def _filters(self) -> list[list[str]]:
        query = self.query
        chosen = (
            [TENANT + site.hex for site in query.sites],
            [KIND + kind for kind in query.kinds],
            [(TOPIC + topic)[:LONGEST] for topic in query.topics],
            [LANGUAGE + language for language in query.languages],
            [f"{YEAR}{year}" for year in query.years],
        )
        return [lexemes for lexemes in chosen if lexemes]

    def _tiers(self) -> Iterator[tuple[str, float]]:
        """Queries, each with the share of rows that it may find."""
        if self.query.sort is Sort.NEWEST:
            yield from self._by_age()
            return
        yield quoted((WHOLE_TITLE + " ".join(self.terms.sequence))[:LONGEST]), 0.0
        titles = [title_query(found) for found in self.ways]
        if all(titles):
            shares = [self.frequencies.share(title_lexemes(found)) for found in self.ways]
            yield _all(*titles), _product(shares)
        for subset in self._subsets()[: MOST_TIERS - 2]:
            yield self._query(subset), _product([self._shares[index] for index in subset])

    def _by_age(self) -> Iterator[tuple[str, float]]:
        """The newest first: each of the last months, then the years before."""
        subsets = self._subsets()
        anything = " | ".join(map(self._query, subsets))
        share = min(1.0, sum(_product([self._shares[i] for i in one]) for one in subsets))
        today = timezone.localdate()
        this_month = today.year * 12 + today.month - 1
        months = (divmod(this_month - back, 12) for back in range(-1, MONTHS))
        times = [
            f"{YEAR}{today.year + 1}",
            *(f"{MONTH}{year}-{month + 1:02}" for year, month in months),
            *(f"{YEAR}{today.year - back}" for back in range(YEARS)),
        ]
        for time in times:
            yield _all(anything, quoted(time)), share * (self.frequencies.share([time]) or RARE)

    def _query(self, subset: tuple[int, ...]) -> str:
        return _all(*(any_query(self.ways[index]) for index in subset))

    def _subsets(self) -> list[tuple[int, ...]]:
        """Sets of terms that are enough for a row to be kept, those that ask for most first."""
        weights = self._weights()
        wanted = LEAST * sum(weights)
        numbers = sorted(range(len(weights)), key=lambda index: -weights[index])
        numbers = numbers[:MOST_TERMS_COMBINED]
        subsets = [
            subset
            for size in range(len(numbers), 0, -1)
            for subset in combinations(numbers, size)
            if sum(weights[index] for index in subset) >= wanted
        ]
        return sorted(subsets, key=lambda subset: -sum(weights[index] for index in subset))

    def _weights(self) -> list[float]:
        return [
            term.weight * log(1 + (self._rows + 1) / (share * self._rows + 1))
            for term, share in zip(self.terms.terms, self._shares, strict=True)
        ]

    def _sampled(self, tier: str, share: float, scope: list[str], filters: list[list[str]]) -> str:
        """The tier within scope and filters, cut down to about the limit."""
        for lexemes in filters:
            share *= self.frequencies.share(lexemes) or RARE
        expected = share * self._rows
        lots = max(1, int(LOTS * self.limit / expected)) if expected > 1.5 * self.limit else LOTS
        sample = [f"{LOT}{lot}" for lot in range(lots)] if lots < LOTS else []
        return _all(tier, _any(scope), *map(_any, filters), _any(sample))


def _scope(query: SearchQuery) -> list[str]:
    few = len(query.tenants) <= MOST_SITES_BY_INDEX
    return [TENANT + site.hex for site in query.tenants] if few else []


def _anything(ways: list[list[Way]]) -> str:
    return " | ".join(f"({any_query(found)})" for found in ways)


def lexemes_of(found: list[Way]) -> set[str]:
    """Those of all ways that are told apart without places."""
    return {
        bare(lexeme)
        for way in found
        if not way.gate and len(way.groups) == 1
        for lexeme in way.groups[0]
        if lexeme.endswith("'")
    }


def title_lexemes(found: list[Way]) -> set[str]:
    return {
        IN_TITLE + lexeme[len(EXACT) :]
        for lexeme in lexemes_of(found)
        if lexeme.startswith(IN_TITLES)
    }


def title_query(found: list[Way]) -> str:
    return " | ".join(map(quoted, sorted(title_lexemes(found))))


def _any(lexemes: Iterable[str]) -> str:
    return " | ".join(map(quoted, lexemes))


def _all(*queries: str) -> str:
    return " & ".join(f"({query})" for query in queries if query)


def _product(shares: list[float]) -> float:
    result = 1.0
    for share in shares:
        result *= share or RARE
    return result
