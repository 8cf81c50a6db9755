"""The Elasticsearch engine: it says which objects and in which order, their rows say the rest."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Bool, Ids, Match, Query, Term, Terms
from elasticsearch.dsl.response import Response

from ...analysis.terms import Terms as SearchTerms
from ...query import FACETS, After, SearchQuery, SearchResult, Sort
from .. import answer
from ..answer import Corrections
from ..asking import ask, ways_of
from ..candidates import LEAST_MET
from ..statement import Statement
from ..suggesting import CANDIDATES, best, of_objects, typed_words
from ..tables import Tables
from ..ways import MAYBE, Way, ways
from . import client
from .criteria import meets_enough, meets_ways, stands_prominent
from .documents import ObjectId, document_id, object_id
from .hits import hits_of
from .mapping import MOST as LONGEST_BEGINNING
from .ranking import Counts, Ranking, meets_any
from .scope import Scoped, filters, scope_of

SECONDS = 1.5
MOST_VALUES = 1_000  # of a facet
LAST_HIT = 10_000  # Elasticsearch counts no further by page
FIELD_OF = {"site": "tenant", "kind": "kind", "topic": "topics", "language": "language"} | {
    "year": "year",
    "free": "free_days",
}


class TooSlow(Exception):
    """The time that a search may take was used up."""


@dataclass(slots=True)
class Budget:
    """Seconds that all requests of one search share."""

    seconds: float = SECONDS
    started: float = field(default_factory=time.monotonic)

    def left(self) -> float:
        """:raises TooSlow:"""
        left = self.seconds - (time.monotonic() - self.started)
        if left <= 0:
            raise TooSlow(f"{self.seconds} s are over.")
        return left


@dataclass(frozen=True, slots=True)
class ElasticsearchEngine:
    tables: Tables = Tables()
    index: str = ""  # the alias that is searched, unless named
    seconds: float = SECONDS

    def search(self, query: SearchQuery) -> SearchResult:
        """:raises Exception: whatever the client raises, TooSlow, TooFarBehind."""
        scoped, budget = scope_of(query, self.tables), Budget(self.seconds)

        def run(terms: SearchTerms, others: Corrections) -> tuple[SearchResult, Sequence[int]]:
            return _Asking(self, query, terms, scoped, budget).answer(others)

        return ask(query, self.tables, run)

    def suggest(self, query: SearchQuery) -> tuple[str, ...]:
        """:raises Exception: as `search`."""
        words = typed_words(query.text)
        if not words or not query.tenants:
            return ()
        scoped = scope_of(query, self.tables)
        asking = _Asking(self, query, SearchTerms(), scoped, Budget(self.seconds))
        return best(words, of_objects(query, asking.beginning(words), self.tables))


@dataclass(frozen=True, slots=True)
class _Asking:
    """One search: its requests, one after the other."""

    engine: ElasticsearchEngine
    query: SearchQuery
    terms: SearchTerms
    scoped: Scoped
    budget: Budget

    def answer(self, others: Corrections) -> tuple[SearchResult, Sequence[int]]:
        found = ways_of(self.query, self.terms, others)
        counts = self._counts(found)
        empty = SearchResult(
            facets=answer.facets((), self.query),
            page=self.query.page,
            page_size=self.query.page_size,
        )
        if not any(counts.met):
            return empty, counts.enough
        ranking = Ranking.of(self.terms, found, counts)
        best = self._best(ranking)
        if best < LEAST_MET:
            return empty, counts.enough
        return self._page(ranking, best, found), counts.enough

    def beginning(self, words: Sequence[str]) -> list[ObjectId]:
        """Some objects in the reader's language that have words with these beginnings."""
        typed = " ".join(word[:LONGEST_BEGINNING] for word in words)
        fits = [
            Match(beginnings={"query": typed, "operator": "and"}),
            Term(language=self.query.reader_language),
        ]
        search = self._search(Bool(filter=[*self._visible(), *fits]))[:CANDIDATES]
        response = self._execute(search.source(False).extra(track_total_hits=False))
        return [object_id(hit.meta.id) for hit in response]

    def _counts(self, found: list[list[Way]]) -> Counts:
        wanted = Bool(must_not=self._excluded())
        search = self._search(Bool(filter=self._visible()))[:0].extra(track_total_hits=True)
        for number, one in enumerate(found):
            search.aggs.bucket(f"met{number}", "filter", wanted & meets_ways(one))
            search.aggs.bucket(f"enough{number}", "filter", wanted & meets_enough(one, MAYBE))
            search.aggs.bucket(f"prominent{number}", "filter", wanted & stands_prominent(one))
        response = self._execute(search)
        numbers = range(len(found))
        return Counts(
            rows=response.hits.total.value,  # type: ignore[attr-defined]
            met=tuple(response.aggs[f"met{number}"].doc_count for number in numbers),
            enough=tuple(response.aggs[f"enough{number}"].doc_count for number in numbers),
            prominent=tuple(
                response.aggs[f"prominent{number}"].doc_count > 0 for number in numbers
            ),
        )

    def _best(self, ranking: Ranking) -> float:
        """How far the best document meets the terms, of those that pass the reader's filters."""
        passing = [*self._visible(), *self._conditions().values()]
        query = Bool(must=[ranking.met()], filter=passing, must_not=self._excluded())
        search = self._search(query)[:1].source(False).extra(track_total_hits=False)
        return self._execute(search).hits.max_score or 0.0  # type: ignore[attr-defined]

    def _page(self, ranking: Ranking, best: float, found: list[list[Way]]) -> SearchResult:
        query = self.query
        scored = ranking.score(query, timezone.now().date())
        kept = [*self._visible(), ranking.kept(best)]
        search = self._search(Bool(must=[scored], filter=kept, must_not=self._excluded()))
        ranked = search.source(False).sort(*_order(query.sort)).extra(track_scores=True)
        conditions = self._conditions()
        search = self._from(ranked, list(conditions.values())).extra(track_total_hits=True)
        for name in FACETS:
            others = [one for other, one in conditions.items() if other != name]
            search.aggs.bucket(name, "filter", Bool(filter=others)).bucket(
                "values", "terms", field=FIELD_OF[name], size=MOST_VALUES
            )
        response = self._execute(search)
        scores = {hit.meta.id: hit.meta.score for hit in response}
        statement = Statement(self.engine.tables, query, self.terms, found)
        hits = hits_of(scores, statement)
        return SearchResult(
            total=response.hits.total.value - (len(scores) - len(hits)),  # type: ignore[attr-defined]
            hits=hits,
            facets=answer.facets(_facets(response), query),
            page=query.page,
            page_size=query.page_size,
        )

    def _from(self, ranked: "Search[Any]", conditions: list[Query]) -> "Search[Any]":
        """The page that was asked for, by its number or behind an object."""
        after, size = self.query.after, self.query.page_size
        place = after.place if after else (self.query.page - 1) * size
        search = ranked.post_filter(Bool(filter=conditions))
        if after and (behind := self._sorting_of(after, ranked, conditions)):
            return search[:size].extra(search_after=behind)
        return search[min(place, LAST_HIT) : min(place + size, LAST_HIT)]

    def _sorting_of(
        self, after: After, ranked: "Search[Any]", conditions: list[Query]
    ) -> list[Any] | None:
        """By what the first of the objects that is found is sorted."""
        names = [document_id(*one) for one in after.objects]
        wanted = Bool(filter=[*conditions, Ids(values=names)])
        only = ranked.post_filter(wanted)[: len(names)].extra(track_total_hits=False)
        found = {hit.meta.id: list(hit.meta.sort) for hit in self._execute(only)}
        return next((found[name] for name in names if name in found), None)

    def _visible(self) -> list[Query]:
        return filters(self.query, self.scoped)

    def _conditions(self) -> dict[str, Query]:
        """The reader's filters by facet."""
        query = self.query
        chosen: dict[str, Sequence[Any]] = {
            "site": [str(site) for site in query.sites],
            "kind": query.kinds,
            "topic": query.topics,
            "language": query.languages,
            "year": query.years,
        }
        if query.free_on:
            chosen["free"] = [query.free_on.isoformat()]
        return {
            name: Terms(FIELD_OF[name], list(values)) for name, values in chosen.items() if values
        }

    def _excluded(self) -> list[Query]:
        if not self.terms.excluded:
            return []
        return [meets_any([ways(term) for term in self.terms.excluded])]

    def _search(self, query: Query) -> "Search[Any]":
        return Search(index=self.engine.index or client.alias()).query(query)

    def _execute(self, search: "Search[Any]") -> "Response[Any]":
        """:raises TooSlow: it did not get through in the time that is left."""
        left = self.budget.left()
        hurried = client.client().options(request_timeout=left)
        response = search.using(hurried).extra(timeout=f"{int(left * 1000) + 1}ms").execute()
        if response.timed_out:
            raise TooSlow(f"{self.budget.seconds} s are over.")
        return response


def _order(sort: Sort) -> list[Any]:
    newest = [{"date": {"order": "desc", "missing": "_last"}}]
    best = [{"_score": {"order": "desc"}}]
    first = [*newest, *best] if sort is Sort.NEWEST else best
    return [*first, {"object_key": {"order": "asc"}}]


def _facets(response: "Response[Any]") -> list[tuple[str, str, int]]:
    return [
        (name, str(bucket.key), bucket.doc_count)
        for name in FACETS
        for bucket in _buckets(response, name)
    ]


def _buckets(response: "Response[Any]", name: str) -> Any:
    return response.aggs[name].values.buckets  # type: ignore[union-attr]  # a terms aggregation
