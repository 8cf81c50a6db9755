"""Measures of schemas: a tenant by clone and by migrations, an idle migrate with many and one."""

import time
from collections.abc import Callable

from verbund.tenancy.connection import connection
from verbund.tenancy.domain.blueprint import ensure_blueprint
from verbund.tenancy.domain.migration import migrate_all
from verbund.tenancy.domain.schemas import (
    clone_schema,
    create_schema,
    drop_schema,
    migrate_schema,
)


def seconds(run: Callable[[], object], times: int = 1) -> float:
    """The best of several runs: what the machine's other work adds is left out."""
    best = float("inf")
    for _number in range(times):
        began = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - began)
    return best


def by_clone() -> float:
    """Seconds for a schema by clone, the real migrate that finds nothing included."""

    def run() -> None:
        clone_schema(ensure_blueprint(), "bench_clone")
        migrate_schema("bench_clone")

    try:
        return seconds(run)
    finally:
        drop_schema("bench_clone")


def by_migrations() -> float:
    """Seconds for a schema by migrations."""

    def run() -> None:
        create_schema("bench_migrated")
        migrate_schema("bench_migrated")

    try:
        return seconds(run)
    finally:
        connection.set_schema_to_public()
        drop_schema("bench_migrated")


def idle_migrate() -> float:
    """Seconds for `verbund migrate` with nothing to do."""
    return seconds(lambda: migrate_all(lambda report, number, total: None), times=3)
