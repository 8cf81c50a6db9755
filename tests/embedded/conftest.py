"""Servers that a test may start and break: in folders of their own, gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from verbund.embedded import PostgresServer


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, and no deep one (pytest's own is closed to others)."""
    folder = Path(tempfile.mkdtemp(prefix="verbund-test-", dir="/var/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def server(open_folder: Path) -> Iterator[PostgresServer]:
    server = PostgresServer(open_folder / "postgres", fast=True)
    yield server
    server.remove()


def value(server: PostgresServer, sql: str, dbname: str = "postgres") -> object:
    with psycopg.connect(server.url(dbname)) as connection:
        row = connection.execute(sql).fetchone()
        assert row is not None
        return row[0]


def postmaster_pid(server: PostgresServer) -> int:
    return int((server.places.data / "postmaster.pid").read_text().splitlines()[0])


def alive(pid: int) -> bool:
    """Whether the process runs; one that ended and waits for its parent does not."""
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
