"""Prints the ratios; ends with an error if one is worse than it may be."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

CITIES = 50
PORT = int(os.environ.get("BENCH_PORT", "8437"))


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


def _measure(url: str) -> list[tuple[str, float, float, str]]:
    # Imported here: they need Django set up.
    from tests.bench import database, schemas
    from tests.bench.news import make_item
    from tests.bench.web import web_server

    migrated, cloned = schemas.by_migrations(), schemas.by_clone()
    database.make_city(1)
    idle_one = schemas.idle_migrate()
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
        ("news page against a bare view, requests/s", bare / news, 40.0, f"{news:.0f} : {bare:.0f}"),
        ("tenant by clone against by migrations", cloned / migrated, 0.5, f"{cloned:.2f} s : {migrated:.2f} s"),
        (f"idle migrate, {CITIES} tenants against one", idle_many / idle_one, 3.0, f"{idle_many:.2f} s : {idle_one:.2f} s"),
        (f"memory after {CITIES} tenants against one", memory_many / memory_one, 1.5, f"{memory_many:.0f} MB : {memory_one:.0f} MB"),
        ("memory of 300 MB used", memory_many / 300, 1.0, f"{memory_many:.0f} MB"),
    ]  # fmt: skip


def _report(rows: list[tuple[str, float, float, str]]) -> int:
    for name, ratio, limit, values in rows:
        verdict = "ok" if ratio <= limit else f"too much, at most {limit}"
        print(f"{name:48} {ratio:8.2f}   ({values})   {verdict}")
    return int(any(ratio > limit for _name, ratio, limit, _values in rows))


if __name__ == "__main__":
    sys.exit(main())
