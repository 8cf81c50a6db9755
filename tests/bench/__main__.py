"""Prints the ratios; ends with an error if one is worse than it may be."""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

CITIES = 50
PORT = int(os.environ.get("BENCH_PORT", "8437"))


@dataclass(frozen=True)
class Row:
    """A measure against another of the same run, and how much the ratio may be."""

    name: str
    value: float
    against: float
    limit: float

    @property
    def ratio(self) -> float:
        return self.value / self.against


def main() -> int:
    """Makes a database of its own, measures, and takes it away."""
    folder = Path(tempfile.mkdtemp(prefix="verbund-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    os.environ["VERBUND_DATA_DIR"] = str(folder)
    try:
        return _run(folder / "postgres")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path) -> int:
    from verbund.embedded import PostgresServer

    os.environ["DATABASE_URL"] = url = PostgresServer(folder, fast=True).url("verbund")
    import django

    django.setup()
    from tests.bench import database

    with database.server(folder):
        database.make_public()
        return _report(_measure(url))


def _measure(url: str) -> list[Row]:
    # Imported here: they need Django set up.
    from tests.bench import database, pool, schemas
    from tests.bench.news import make_item
    from tests.bench.web import web_server

    migrated, cloned = schemas.by_migrations(), schemas.by_clone()
    database.make_city(1)
    idle_one = schemas.idle_migrate()
    availability, count = pool.measure("stadt1")
    path = make_item("stadt1")
    for number in range(2, CITIES + 1):
        database.make_city(number)
        print(f"\r{number} cities", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    idle_many = schemas.idle_migrate()
    with web_server(url, PORT) as server:
        for _time in range(5):
            server.get("stadt1.test", path)
            server.get("stadt1.test", "/")
        bare, news = server.rate("stadt1.test", "/-/bare"), server.rate("stadt1.test", path)
        memory_one = server.memory()
        for number in range(1, CITIES + 1):
            for address in ("/", "/aktuelles/", "/suche/?q=verein"):
                server.get(f"stadt{number}.test", address)
        memory_many = server.memory()
    return [
        Row("bare view : news page, requests/s", bare, news, 40.0),
        Row("tenant by clone : by migrations, s", cloned, migrated, 0.5),
        Row(f"idle migrate with {CITIES} tenants : one, s", idle_many, idle_one, 3.0),
        Row(f"memory after {CITIES} tenants : one, MB", memory_many, memory_one, 1.5),
        Row("memory : what it may be, MB", memory_many, 300.0, 1.0),
    ]


def _report(rows: list[Row]) -> int:
    for row in rows:
        verdict = "ok" if row.ratio <= row.limit else f"too much, at most {row.limit}"
        print(f"{row.name:44} {row.ratio:8.2f}   ({row.value:.2f} : {row.against:.2f})   {verdict}")
    return int(any(row.ratio > row.limit for row in rows))


if __name__ == "__main__":
    sys.exit(main())
