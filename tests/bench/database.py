"""A database with a portal and many cities, made once for all measures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.world import CITIES, PORTAL, read
from verbund.embedded import PostgresServer
from verbund.onboarding.domain.onboard import onboard
from verbund.tenancy.domain.migration import migrate_all
from verbund.tenancy.enums import TenantStatus

NAME = "verbund"


@contextmanager
def server(folder: Path) -> Iterator[PostgresServer]:
    """A PostgreSQL of its own that is gone afterwards."""
    postgres = PostgresServer(folder, fast=True)
    postgres.start()
    try:
        postgres.create_database(NAME)
        yield postgres
    finally:
        postgres.stop()


def make_public() -> None:
    """Public schema, blueprint and portal."""
    migrate_all(lambda report, number, total: None)
    onboard(read(PORTAL), status=TenantStatus.READY, invite=False)


def make_city(number: int) -> None:
    """City `stadt7` at `stadt7.test`, with news switched on."""
    data = CITIES[1] | {
        "name": f"Stadt {number}",
        "schema": f"stadt{number}",
        "domains": [f"stadt{number}.test"],
    }
    onboard(read(data), status=TenantStatus.READY, invite=False)
