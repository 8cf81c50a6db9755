"""Measures both engines with few tenants and with many, in one run; prints and judges."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

LEAST_RELAYED = 500.0
MOST_SECONDS_UNTIL_FOUND = {"postgres": 0.5, "elasticsearch": 2.0}
MOST_TIMES = 3.0
RELAYED = 5_000


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.scale", description=__doc__)
    parser.add_argument("--few", type=int, default=3)
    parser.add_argument("--many", type=int, default=400)
    parser.add_argument("--documents", type=int, default=1000, help="of each tenant")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=30.0, help="of each load")
    parser.add_argument("--engines", nargs="+", default=["postgres", "elasticsearch"])
    return parser.parse_args()


def main() -> int:
    """Works in a database and an index of its own, and takes them away."""
    options = arguments()
    folder = Path(tempfile.mkdtemp(prefix="verbund-scale-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["VERBUND_DATA_DIR"] = str(folder)
    try:
        with ExitStack() as stack:
            return _run(options, folder, stack)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(options: argparse.Namespace, folder: Path, stack: ExitStack) -> int:
    from verbund.embedded import PostgresServer

    postgres = PostgresServer(folder / "postgres", fast=True)
    os.environ["DATABASE_URL"] = postgres.url("verbund")
    if "elasticsearch" in options.engines:
        from tests.services.elasticsearch import ElasticsearchServer

        server = stack.enter_context(ElasticsearchServer(folder / "elasticsearch"))
        os.environ["ELASTICSEARCH_URL"] = server.url
    import django

    django.setup()
    from tests.bench import database

    stack.enter_context(database.server(folder / "postgres"))
    database.make_public()
    return Report(options).run()


class Report:
    """What is measured, printed as it comes; `missed` are the goals that were not reached."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.missed: list[str] = []
        self.p95: dict[str, list[float]] = {}

    def run(self) -> int:
        self._grow(0, self.options.few)
        self._grow(self.options.few, self.options.many)
        for engine, (few, many) in self.p95.items():
            self._goal(f"{engine}: p95 of many tenants : few", many / few, at_most=MOST_TIMES)
        print(f"goals missed: {', '.join(self.missed) or 'none'}")
        return int(bool(self.missed))

    def _grow(self, first: int, last: int) -> None:
        from tests.scale.filling import fill, make_tenants, nothing_waits, size_of_table
        from verbund.tenancy.models import Tenant

        make_tenants(first, last)
        names = [f"stadt{number}" for number in range(first, last)]
        tenants = list(Tenant.objects.filter(schema_name__in=names))
        seconds = fill(tenants, self.options.documents)
        nothing_waits()
        rows, written = last * self.options.documents, len(tenants) * self.options.documents
        print(f"\n{last} tenants, {rows} rows; {written / seconds:.0f} written a second")
        for name, size in size_of_table().items():
            print(f"  {name:40} {size / 1e6:10.1f} MB {size / rows:10.0f} bytes a row")
        for engine in self.options.engines:
            self._measure(engine)

    def _measure(self, engine: str) -> None:
        from tests.scale.load import measure, seconds_until_found

        if engine == "elasticsearch":
            self._build()
        with relaying(engine):
            load = measure(engine, self.options.clients, self.options.seconds)
            self.p95.setdefault(engine, []).append(load.p95)
            print(
                f"  {engine}: p50 {load.p50 * 1000:.0f} ms, p95 {load.p95 * 1000:.0f} ms,"
                f" {load.rate:.1f} searches a second, {len(load.times)} in all"
            )
            found = seconds_until_found(engine, f"Quittengelee{len(self.p95[engine])}")
        self._goal(f"{engine}: found after", found, at_most=MOST_SECONDS_UNTIL_FOUND[engine])

    def _build(self) -> None:
        from tests.scale.filling import note_all
        from verbund.search.domain.building import build
        from verbund.search.domain.relaying import relay_all
        from verbund.search.engines.elasticsearch import client

        started = time.monotonic()
        built = build()
        seconds = time.monotonic() - started
        stats = client.client().indices.stats(index=built.index, metric="store")
        size = stats["_all"]["total"]["store"]["size_in_bytes"]
        print(
            f"  elasticsearch: rebuilt {built.written} rows in {seconds:.0f} s,"
            f" {built.written / seconds:.0f} a second; {size / 1e6:.1f} MB"
        )
        note_all(RELAYED)
        started = time.monotonic()
        rate = relay_all() / (time.monotonic() - started)
        self._goal("elasticsearch: relayed a second", rate, at_least=LEAST_RELAYED)

    def _goal(
        self, name: str, value: float, *, at_most: float = float("inf"), at_least: float = 0.0
    ) -> None:
        fine = at_least <= value <= at_most
        print(f"  {name}: {value:.2f} {'ok' if fine else 'MISSED'}")
        if not fine:
            self.missed.append(name)


@contextmanager
def relaying(engine: str) -> Iterator[None]:
    """As the worker does it, where there is an index."""
    if engine != "elasticsearch":
        yield
        return
    from verbund.search import relay

    stop = Event()
    thread = Thread(target=relay.run, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
