"""Starts and stops one PostgreSQL server for a folder, and shares it between processes."""

import re
import shlex
import shutil
import sys
import time
from pathlib import Path
from subprocess import CompletedProcess
from typing import Self
from urllib.parse import quote, urlencode

from verbund.embedded import places as layout
from verbund.embedded.locks import Lease, exclusive
from verbund.embedded.tools import ServerError, run_tool

SUPERUSER = "postgres"
START_SECONDS = 120
STOP_SECONDS = 60
LEFTOVER_SECONDS = 20

INITDB = (
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--lc-ctype=C.UTF-8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    f"--username={SUPERUSER}",
)
SETTINGS = {
    "listen_addresses": "",
    # The socket is the only door and trusts who comes: the server's user and root, nobody else.
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "max_connections": "200",
    # A schema has some hundred tables, and a dump or a drop locks all of them at once.
    "max_locks_per_transaction": "1024",
    "shared_buffers": "256MB",
    "jit": "off",
}
FAST_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class PostgresServer:
    """One server under `base`. Each process that starts it uses it; the last one stops it.

    `fast` trades safety after a crash of the machine for speed, which suits tests.
    """

    def __init__(self, base: Path, *, fast: bool = False) -> None:
        self.base = base.resolve()
        self._settings = SETTINGS | (FAST_SETTINGS if fast else {})
        self._lease = Lease(self.base / "users")

    @property
    def places(self) -> layout.Places:
        return layout.places_for(self.base)

    @property
    def log(self) -> Path:
        return self.places.run / "server.log"

    def start(self) -> bool:
        """Start the server if it does not run; True if this call did. Either way we now use it."""
        with exclusive(self.base / "lock"):
            places = self.places
            self._make_room(places)
            running = self.is_running()
            if not running:
                self._check_data(places)
                self._launch(places)
            self._lease.take()
            return not running

    def stop(self) -> bool:
        """End our use, and the server if nobody else uses it; True if it was stopped."""
        with exclusive(self.base / "lock"):
            if not self._lease.give_back() or not self.places.data.exists():
                return False
            return self._halt(self.places)

    def remove(self) -> None:
        """Stop the server and delete all it wrote, wherever that lies, unless others use it."""
        if not self.base.exists():
            return
        with exclusive(self.base / "lock"):
            self._lease.take()
            if not self._lease.give_back():
                raise ServerError(f"Another process uses the server in {self.base}.")
            places = self.places
            if places.data.exists():
                self._halt(places)
            for folder in {places.home, places.run.parent, self.base}:
                shutil.rmtree(folder, ignore_errors=True)

    def is_running(self) -> bool:
        return self._tool("pg_isready", *self._address(), "--timeout=3").returncode == 0

    def url(self, dbname: str) -> str:
        """The database's address for libpq and DATABASE_URL; known before the server runs."""
        return f"postgresql://{SUPERUSER}@/{quote(dbname)}?{urlencode({'host': self.places.run})}"

    def created(self) -> str:
        """What tells this data from data that was made anew in the same folder."""
        return str((self.places.data / "PG_VERSION").stat().st_mtime_ns)

    def create_database(self, name: str) -> bool:
        """Create a database unless it is there; True if this call did."""
        with exclusive(self.base / "lock"):
            if checked(name) in self._query("SELECT datname FROM pg_database").split():
                return False
            self._query(f'CREATE DATABASE "{name}"')
            return True

    def drop_database(self, name: str) -> None:
        self._query(f'DROP DATABASE IF EXISTS "{checked(name)}" WITH (FORCE)')

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _make_room(self, places: layout.Places) -> None:
        if places.moved and not (self.base / "token").exists() and places.data.exists():
            self._halt(places)  # its base was deleted, so its data goes too
        layout.prepare(places)
        if places.moved and not places.data.exists():
            reason = "Others can't enter the folders above, and PostgreSQL does not run as root"
            print(f"{reason}: its data lies in {places.home}.", file=sys.stderr)

    def _check_data(self, places: layout.Places) -> None:
        if not places.data.exists():
            self._initialise(places)
        found = (places.data / "PG_VERSION").read_text().strip()
        if found != layout.major_version():
            raise ServerError(
                f"{places.data} was made by PostgreSQL {found}, this is {layout.major_version()}. "
                "Delete the folder to start afresh."
            )

    def _initialise(self, places: layout.Places) -> None:
        """Make the data folder under another name: half of it is never taken for the whole."""
        half = places.data.with_suffix(".new")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(mode=0o700)
        places.owner.take(half)
        done = self._tool("initdb", *INITDB, f"--pgdata={half}")
        if done.returncode:
            raise ServerError(f"PostgreSQL can't prepare {half}:\n{done.stdout}{done.stderr}")
        half.rename(places.data)

    def _launch(self, places: layout.Places) -> None:
        deadline = time.monotonic() + LEFTOVER_SECONDS
        while not self._try_launch(places):
            log = tail(self.log)
            # After a kill -9 its children hold the memory, and its pid is there, for a moment.
            if time.monotonic() > deadline or not re.search("still in use|already exists", log):
                raise ServerError(f"PostgreSQL does not start. The end of its log:\n{log}")
            time.sleep(0.2)

    def _try_launch(self, places: layout.Places) -> bool:
        self.log.unlink(missing_ok=True)
        done = self._tool(
            "pg_ctl", "start", f"--pgdata={places.data}", f"--log={self.log}", "--wait",
            f"--timeout={START_SECONDS}", f"--options={self._options(places)}",
        )  # fmt: skip
        return done.returncode == 0 and self._wait_ready()

    def _wait_ready(self) -> bool:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.is_running():
                return True
            time.sleep(0.05)
        return False

    def _halt(self, places: layout.Places) -> bool:
        done = self._tool(
            "pg_ctl", "stop", f"--pgdata={places.data}", "--mode=fast", f"--timeout={STOP_SECONDS}"
        )
        return done.returncode == 0

    def _options(self, places: layout.Places) -> str:
        settings = self._settings | {"unix_socket_directories": f'"{places.run}"'}
        return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items())

    def _address(self) -> tuple[str, ...]:
        return (f"--host={self.places.run}", f"--username={SUPERUSER}")

    def _query(self, sql: str) -> str:
        done = self._tool("psql", *self._address(), "-XtAqc", sql, "postgres")
        if done.returncode:
            raise ServerError(f"PostgreSQL refuses {sql!r}: {done.stderr.strip()}")
        return done.stdout.strip()

    def _tool(self, name: str, *arguments: str) -> CompletedProcess[str]:
        places = self.places
        program = places.install / "bin" / name
        return run_tool(program, arguments, uid=places.owner.uid, gid=places.owner.gid)


def for_data_dir(data_dir: Path) -> PostgresServer:
    """The server of the demo whose state lies in `data_dir`."""
    return PostgresServer(data_dir / "postgres")


def checked(name: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", name):
        raise ServerError(f"{name!r} is no database name; use a-z, 0-9 and _.")
    return name


def tail(path: Path, lines: int = 15) -> str:
    if not path.exists():
        return "(there is none)"
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])
