"""The ranking of the PostgreSQL engine as a query of Elasticsearch.

`statement.py` has the same formula as SQL, and its numbers: where one changes, so does the other.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from elasticsearch.dsl.function import SF, ScoreFunction
from elasticsearch.dsl.query import Bool, FunctionScore, Query, Term

from ...analysis.terms import Terms
from ...query import HOME_LANGUAGE, SearchQuery, Sort
from ..candidates import LEAST_OF_BEST
from ..criteria import sequence_query
from ..statement import FRESHNESS, OTHER_LANGUAGE, OTHER_WORDS, SEQUENCE, TITLE_ALONE
from ..ways import Way
from .criteria import degrees, how_well, meets, meets_in_title, meets_ways

ROUNDING = 1e-6  # scores are single floats
# Newer counts more for kinds that age; what has no date is neither new nor old.
FRESH = """
    boolean ages = params.ageing.contains(doc['kind'].value);
    long day = !ages || doc['date'].size() == 0 ? params.today - 365
        : doc['date'].value.toInstant().toEpochMilli() / 86400000L;
    return params.old + params.fresh / (1 + Math.max(0L, params.today - day) / 365.0);"""
# What the reader can read comes before all else, then what most here can; single floats still
# tell the rest apart.
OWN_LANGUAGE = 1e12
THEN_GERMAN = 1e6
MOST = 1e15
EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many visible documents there are, and how many meet each term, somehow and really.

    `prominent` says whether the word itself stands in somebody's title, topics or summary.
    """

    rows: int
    met: tuple[int, ...]
    enough: tuple[int, ...]
    prominent: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """`shares` are the terms' weights by how rare they are; together they make 1."""

    terms: Terms
    ways: Sequence[Sequence[Way]]
    shares: tuple[float, ...]
    others: tuple[float, ...]  # what other words count than the one that was asked for

    @classmethod
    def of(cls, terms: Terms, ways: Sequence[Sequence[Way]], counts: Counts) -> "Ranking":
        weights = [
            term.weight * log(1 + (counts.rows + 1) / (max(met, 1) + 0.5))
            for term, met in zip(terms.terms, counts.met, strict=True)
        ]
        total = sum(weights)
        others = tuple(OTHER_WORDS if prominent else 1.0 for prominent in counts.prominent)
        return cls(terms, ways, tuple(weight / total for weight in weights), others)

    def met(self, least: float = 0.0) -> Query:
        """Scores a document by how far it meets all terms, from 0 to 1."""
        return FunctionScore(
            query=meets_any(self.ways),
            functions=self._degrees(),
            score_mode="sum",
            boost_mode="replace",
            min_score=least,
        )

    def kept(self, best: float) -> Query:
        """Whether a document meets enough of what the best one meets."""
        return self.met(best * LEAST_OF_BEST - ROUNDING)

    def score(self, query: SearchQuery, today: dt.date) -> Query:
        terms = zip(self.ways, self.shares, self.others, strict=True)
        score: Query = Bool(should=[how_well(*one) for one in terms], minimum_should_match=1)
        for _squared in range(2):
            score = _times(score, self._degrees(), "sum")
        score = _times(score, self._title(), "sum", max_boost=1 + TITLE_ALONE)
        return _times(score, self._circumstances(query, today), "multiply")

    def _degrees(self) -> list[ScoreFunction]:
        return [
            SF({"filter": query, "weight": share * step})
            for found, share in zip(self.ways, self.shares, strict=True)
            for step, query in degrees(found)
        ]

    def _title(self) -> list[ScoreFunction]:
        """How much of the title was asked for."""
        share_of_words = {"field": "title_words", "modifier": "reciprocal", "missing": 1}
        return [
            SF({"weight": 1.0}),
            *(
                SF(
                    {
                        "filter": meets_in_title(found),
                        "field_value_factor": share_of_words,
                        "weight": TITLE_ALONE,
                    }
                )
                for found in self.ways
            ),
        ]

    def _circumstances(self, query: SearchQuery, today: dt.date) -> list[ScoreFunction]:
        own = Term(language=query.reader_language)
        factors = [SF({"filter": Bool(must_not=[own]), "weight": OTHER_LANGUAGE})]
        if query.reader_language != HOME_LANGUAGE and query.sort is Sort.BEST:
            factors.append(SF({"filter": own, "weight": OWN_LANGUAGE}))
            german = Term(language=HOME_LANGUAGE)
            factors.append(SF({"filter": german, "weight": THEN_GERMAN}))
        if sequence := sequence_query(self.terms):
            factors.append(SF({"filter": meets(sequence), "weight": 1 + SEQUENCE}))
        old, fresh = FRESHNESS[self.terms.fresh]
        params = {"today": (today - EPOCH).days, "ageing": list(query.ageing)}
        params |= {"old": old, "fresh": fresh}
        factors.append(SF({"script_score": {"script": {"source": FRESH, "params": params}}}))
        return factors


def meets_any(ways: Iterable[Sequence[Way]]) -> Query:
    return Bool(filter=[Bool(should=[meets_ways(found) for found in ways])])


def _times(
    query: Query, functions: list[ScoreFunction], mode: str, max_boost: float = MOST
) -> Query:
    return FunctionScore(
        query=query,
        functions=functions,
        score_mode=mode,  # type: ignore[arg-type]  # one of its literals
        boost_mode="multiply",
        max_boost=max_boost,
    )
