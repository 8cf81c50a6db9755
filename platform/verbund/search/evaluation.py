"""Measures the search on a judged collection, in a scratch index that is gone afterwards."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import log2
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.db import connection, transaction

from .documents import ageing_kinds
from .engines.base import Engine, Entry
from .engines.postgres import PostgresEngine
from .engines.rows import PostgresIndex, words_of
from .engines.tables import Tables
from .query import Scope, SearchQuery

DEPTH = 10
GOOD = 2
NOTHING = "nothing"
SITES = UUID("5b0b29d5-6a5c-4d0c-9b2f-0c54b54e7d0e")
SCRATCH = Tables(
    *("search_scratch_row", "search_scratch_word"),
    *("search_scratch_tenant", "search_scratch_plugin", "search_scratch_change"),
)
# Spelled out, so that an evaluation needs no migrated database.
DEFINITIONS = f"""
    CREATE TEMPORARY TABLE {SCRATCH.tenants} (id bigint PRIMARY KEY, uuid uuid, status text);
    CREATE TEMPORARY TABLE {SCRATCH.plugins} (tenant_id bigint, label text, enabled boolean);
    CREATE TEMPORARY TABLE {SCRATCH.changes} (
        tenant uuid, object_key text, created timestamptz, attempts int, next_try timestamptz);
    CREATE TEMPORARY TABLE {SCRATCH.words} (
        word text PRIMARY KEY, display text, lexeme text, keys text[]);
    CREATE TEMPORARY TABLE {SCRATCH.rows} (
        id bigint GENERATED ALWAYS AS IDENTITY, tenant_id bigint, object_key text, plugin text,
        kind text, visibility text, language text, title text, summary text, body text, path text,
        topics text[], keywords text[], date date, visible_until timestamptz, free_days date[],
        vector tsvector, analysis text, updated timestamptz, UNIQUE (tenant_id, object_key));
"""

Run = dict[str, list[str]]
Figures = dict[str, float | None]


@dataclass(frozen=True)
class Collection:
    """Documents and judged queries; the format is that of tests/data/search-sample.json."""

    documents: list[dict[str, Any]]
    queries: list[dict[str, Any]]

    @classmethod
    def read(cls, path: Path) -> "Collection":
        content = json.loads(path.read_text(encoding="utf-8"))
        return cls(content["documents"], content["queries"])

    @cached_property
    def sites(self) -> dict[str, UUID]:
        names = {document["site"] for document in self.documents}
        return {name: uuid5(SITES, name) for name in sorted(names)}

    def entries(self) -> Iterator[Entry]:
        for document in self.documents:
            yield Entry(
                tenant=self.sites[document["site"]],
                object_key=document["id"],
                kind=document["kind"],
                language=document["language"],
                title=document["title"],
                summary=document["summary"] or "",
                body=document["body"] or "",
                topics=tuple(document["topics"] or ()),
                date=date.fromisoformat(document["date"]) if document["date"] else None,
                path=f"/{document['id']}/",
            )

    def query(self, judged: dict[str, Any]) -> SearchQuery:
        site, kind = judged["site"], judged["kind"]
        # A site of the query that no document is on leaves nothing to find.
        sites = (self.sites.get(site) or uuid5(SITES, site),) if site else ()
        return SearchQuery(
            text=judged["q"],
            tenants=tuple(self.sites.values()),
            scope=Scope.NETWORK,
            reader_language=judged["language"],
            sites=sites,
            kinds=(kind,) if kind else (),
            page_size=DEPTH,
            places=tuple(self.sites.items()),
            ageing=ageing_kinds(),
        )


def evaluate(collection: Collection) -> tuple[dict[str, Any], dict[str, Run]]:
    """Figures and what was found, by engine."""
    with scratch_tables(collection):
        engine, index = PostgresEngine(SCRATCH), PostgresIndex(SCRATCH)
        entries = list(collection.entries())
        index.put(entries)
        index.learn(words_of(entries))
        runs = {"postgres": run(collection, engine)}
        if settings.ELASTICSEARCH_URL:
            # Only here: the client is 30 MB that others can do without.
            from .engines.elasticsearch.scratch import scratch_engine

            with scratch_engine(SCRATCH) as second:
                runs["elasticsearch"] = run(collection, second)
        runs["baseline"] = {
            judged["id"]: baseline(collection, judged) for judged in collection.queries
        }
    return {name: figures(collection, found) for name, found in runs.items()}, runs


def run(collection: Collection, engine: Engine) -> Run:
    return {
        judged["id"]: [hit.object_key for hit in engine.search(collection.query(judged)).hits]
        for judged in collection.queries
    }


@contextmanager
def scratch_tables(collection: Collection) -> Iterator[None]:
    """Temporary tables like the real ones; the rollback takes them away with their rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DEFINITIONS)
        cursor.executemany(
            f"INSERT INTO {SCRATCH.tenants} (id, uuid, status) VALUES (%s, %s, 'ready')",
            list(enumerate(collection.sites.values(), start=1)),
        )
        yield
        transaction.set_rollback(True)


def baseline(collection: Collection, judged: dict[str, Any]) -> list[str]:
    """Plain full text search of PostgreSQL, as the collection's README describes it."""
    conditions, values = ["v @@ q"], [judged["q"]]
    if judged["site"]:
        conditions.append("t.uuid = %s")
        values.append(str(uuid5(SITES, judged["site"])))
    if judged["kind"]:
        conditions.append("r.kind = %s")
        values.append(judged["kind"])
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT object_key FROM {SCRATCH.rows} r JOIN {SCRATCH.tenants} t ON t.id = r.tenant_id,
                websearch_to_tsquery('german', %s) q,
                LATERAL (SELECT setweight(to_tsvector('german', title), 'A')
                    || setweight(to_tsvector('german', summary), 'B')
                    || setweight(to_tsvector('german', body), 'C') AS v) vector
            WHERE {" AND ".join(conditions)}
            ORDER BY ts_rank_cd(v, q) DESC, date DESC NULLS LAST, object_key LIMIT {DEPTH}
            """,
            values,
        )
        return [key for (key,) in cursor.fetchall()]


def figures(collection: Collection, found: Run) -> dict[str, Any]:
    """The four figures for all queries, and by class."""
    classes = dict.fromkeys(judged["class"] for judged in collection.queries)
    by_class = {
        name: _mean([one for one in collection.queries if one["class"] == name], found)
        for name in classes
    }
    return {**_mean(collection.queries, found), "classes": by_class}


def _mean(queries: list[dict[str, Any]], found: Run) -> Figures:
    answered = [judged for judged in queries if judged["class"] != NOTHING]
    return {
        "ndcg@10": _average(answered, found, ndcg),
        "success@1": _average(answered, found, success),
        "no_relevant@10": _average(answered, found, no_relevant),
        "empty": _average(queries, found, lambda grades, keys: float(not keys)),
    }


Measure = Callable[[dict[str, int], list[str]], float]


def _average(queries: list[dict[str, Any]], found: Run, measure: Measure) -> float | None:
    if not queries:
        return None
    values = [measure(judged["relevant"], found[judged["id"]]) for judged in queries]
    return round(sum(values) / len(values), 4)


def ndcg(grades: dict[str, int], keys: list[str]) -> float:
    best = sorted(grades.values(), reverse=True)
    ideal = _gain(best[:DEPTH])
    return _gain([grades.get(key, 0) for key in keys[:DEPTH]]) / ideal if ideal else 0.0


def _gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def success(grades: dict[str, int], keys: list[str]) -> float:
    return float(bool(keys) and grades.get(keys[0], 0) >= GOOD)


def no_relevant(grades: dict[str, int], keys: list[str]) -> float:
    return float(not any(grades.get(key) for key in keys[:DEPTH]))
