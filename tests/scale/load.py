"""Clients that search at the same time, while somebody publishes."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.queues import Queue
from statistics import quantiles
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.utils import timezone

from tests.scale.process import run
from tests.scale.texts import Maker, searches
from verbund.search.engines.base import Engine
from verbund.search.engines.rows import PostgresIndex
from verbund.search.query import Scope, SearchQuery
from verbund.tenancy.models import Tenant

PROCESSES = 4
PAUSE_OF_WRITER = 0.2
KINDS = ("news", "organisation", "page")


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds of the searches, and how many a second."""

    times: tuple[float, ...]
    rate: float

    @property
    def p50(self) -> float:
        return quantiles(self.times, n=20)[9]

    @property
    def p95(self) -> float:
        return quantiles(self.times, n=20)[18]


def engine_named(name: str) -> Engine:
    if name == "postgres":
        from verbund.search.engines.postgres import PostgresEngine

        return PostgresEngine()
    from verbund.search.engines.elasticsearch.engine import ElasticsearchEngine

    return ElasticsearchEngine(seconds=60.0)


def queries(tenants: list[UUID], chance: random.Random) -> Iterator[SearchQuery]:
    """Endless: every third is filtered; facets are counted in each."""
    texts = searches()
    while True:
        filtered = chance.random() < 1 / 3
        yield SearchQuery(
            chance.choice(texts),
            tuple(tenants),
            scope=Scope.NETWORK,
            kinds=(chance.choice(KINDS),) if filtered else (),
            ageing=("news",),
        )


def measure(engine: str, clients: int, seconds: float) -> Load:
    """So many clients, each asking again as soon as it was answered."""
    tenants = list(Tenant.objects.values_list("uuid", flat=True))
    connections.close_all()
    context = get_context("spawn")
    answers: Queue[list[float]] = context.Queue()
    each = clients // PROCESSES
    workers = [
        context.Process(target=run, args=(engine, tenants, each, (number, seconds), answers))
        for number in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    with publishing(tenants):
        times = [one for _worker in workers for one in answers.get(timeout=seconds + 300)]
    for worker in workers:
        worker.join()
    return Load(tuple(times), len(times) / seconds)


def search_with(
    engine: str, tenants: list[UUID], clients: int, part: tuple[int, float], answers: Any
) -> None:
    """One process with some clients; puts the seconds of their searches into `answers`."""
    times: list[float] = []
    number, seconds = part
    for query, _number in zip(queries(tenants, random.Random(1)), range(8), strict=False):
        engine_named(engine).search(query)  # word lists are read once
    threads = [
        threading.Thread(
            target=_client, args=(engine, tenants, seconds, 100 * number + client, times)
        )
        for client in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.put(times)


def _client(
    engine: str, tenants: list[UUID], seconds: float, seed: int, times: list[float]
) -> None:
    asked, end = engine_named(engine), time.monotonic() + seconds
    for query in queries(tenants, random.Random(seed)):
        started = time.monotonic()
        if started > end:
            break
        asked.search(query)
        times.append(time.monotonic() - started)
    connections.close_all()


@contextmanager
def publishing(tenants: list[UUID]) -> Iterator[None]:
    """Somebody publishes five times a second meanwhile."""
    stop = threading.Event()

    def work() -> None:
        maker, number = Maker(timezone.localdate()), 10_000_000
        while not stop.wait(PAUSE_OF_WRITER):
            number += 1
            with transaction.atomic():
                PostgresIndex().put([maker.entry(tenants[number % len(tenants)], number)])
        connections.close_all()

    writer = threading.Thread(target=work)
    writer.start()
    try:
        yield
    finally:
        stop.set()
        writer.join()


def seconds_until_found(engine: str, word: str) -> float:
    """From the commit of a publication to the first search that has it."""
    tenants = tuple(Tenant.objects.values_list("uuid", flat=True))
    query = SearchQuery(word, tenants, scope=Scope.NETWORK, correct=False)
    engine_named(engine).search(query)  # word lists are read once
    with transaction.atomic():
        PostgresIndex().put([Maker(timezone.localdate()).entry(tenants[0], 20_000_000, title=word)])
    committed = time.monotonic()
    while not engine_named(engine).search(query).total:
        time.sleep(0.02)
    return time.monotonic() - committed
