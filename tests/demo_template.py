"""The demo, loaded once by the real commands into a template that each worker copies.

A template is a database and its media, named by a hash of all that the content is made from.
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg

from verbund.embedded import PostgresServer
from verbund.embedded.locks import exclusive
from verbund.server import processes
from verbund.server.environment import ROOT

SERVER_FOLDER = Path(os.environ.get("VERBUND_TEST_DATA", ROOT / "var" / "tests"))
VERBUND = (sys.executable, "-m", "verbund")
PREFIX = "verbund_demo_template_"
CONTENT = ("platform/verbund/**/*.py", "plugins/**/*.py", "tenants/**/*", "themes/*/theme.toml")
STATIC = ("platform/**/static/**/*", "plugins/**/static/**/*", "themes/*/static/**/*")
MESSAGES = ("platform/**/*.po", "plugins/**/*.po")


class Databases:
    """The suite's PostgreSQL server, seen from outside Django."""

    def __init__(self, server: PostgresServer | None) -> None:
        self._server = server

    def url(self, name: str) -> str:
        if self._server is not None:
            return self._server.url(name)
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{quote(name)}").geturl()

    def exists(self, name: str) -> bool:
        return name in self._names()

    def create(self, name: str, template: str = "template1") -> None:
        copying = "" if template == "template1" else " STRATEGY FILE_COPY"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"{copying}')

    def drop(self, name: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def drop_all(self, prefix: str) -> None:
        for name in self._names():
            if name.startswith(prefix):
                self.drop(name)

    def rename(self, old: str, new: str) -> None:
        self._run(f'ALTER DATABASE "{old}" RENAME TO "{new}"')

    def _names(self) -> list[str]:
        with psycopg.connect(self.url("postgres"), autocommit=True) as server:
            return [name for (name,) in server.execute("SELECT datname FROM pg_database")]

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as server:
            server.execute(statement)


class Template:
    """The loaded demo: a database, its media, and the static files that the server shows."""

    def __init__(self, databases: Databases, folder: Path) -> None:
        content = fingerprint(CONTENT)
        self._databases = databases
        self._database = PREFIX + content
        self._folder = folder
        self._content = folder / content
        self._static = folder / f"static-{fingerprint(STATIC + MESSAGES)}"

    def build(self) -> None:
        """Make what is missing; a second worker waits for the first."""
        with exclusive(self._folder / "lock"):
            if not self._static.exists():
                self._collect_static()
            if not (self._databases.exists(self._database) and self._content.exists()):
                self._load_content()

    def copy(self, database: str, data: Path) -> None:
        with exclusive(self._folder / "lock"):
            self._databases.create(database, self._database)
            shutil.copytree(self._content, data, dirs_exist_ok=True)
        (data / "static").symlink_to(self._static)

    def _collect_static(self) -> None:
        for old in self._folder.glob("static-*"):
            shutil.rmtree(old)
        half = self._folder / "half"
        shutil.rmtree(half, ignore_errors=True)
        self._verbund(half, "postgres", "compile_messages")
        self._verbund(half, "postgres", "collectstatic", "--noinput", "--verbosity=0")
        (half / "static").rename(self._static)

    def _load_content(self) -> None:
        self._databases.drop_all(PREFIX)
        for old in self._folder.glob("[0-9a-f]" * 16):
            shutil.rmtree(old)
        half, building = self._folder / "half", f"{PREFIX}half"
        shutil.rmtree(half, ignore_errors=True)
        self._databases.create(building)
        self._verbund(half, building, "migrate")
        self._verbund(half, building, "demo", "load")
        self._verbund(half, building, "worker", "--once")  # sizes of all pictures
        self._databases.rename(building, self._database)
        half.rename(self._content)

    def _verbund(self, data: Path, database: str, *command: str) -> None:
        data.mkdir(parents=True, exist_ok=True)
        environ = environment(data, self._databases.url(database), 80)
        stop = processes.StopSignal()
        log = self._folder / "build.log"
        child = processes.start(command[0], (*VERBUND, *command), environ, log)
        try:
            while not child.ended:
                stop.wait(0.1)
        finally:
            child.end()
        assert child.process.returncode == 0, log.read_text()


def environment(data: Path, database: str, port: int) -> dict[str, str]:
    """The demo's, and nothing of what the tests set for themselves."""
    named = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return named | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "verbund.settings",
        "PYTHONUNBUFFERED": "1",
        "SECRET_KEY": "browser-tests-only-" * 4,
        "VERBUND_DATA_DIR": str(data),
        "VERBUND_DEMO": "1",
        "VERBUND_PORT": str(port),
    }


def fingerprint(patterns: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    files = {file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()}
    for file in sorted(files):
        if "tests" not in file.relative_to(ROOT).parts and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]
