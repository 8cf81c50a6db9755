"""All sites in a folder; the database is dropped, and all is as it was."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.core.management import CommandError, call_command

from tests.archives.helpers import ELSEWHERE, ONLY_HERE, fill, members_of
from tests.demo_template import SERVER_FOLDER, VERBUND, Databases, Template, environment
from verbund.archives.domain.backups import backups_in, create_backup
from verbund.archives.domain.queries import last_backups
from verbund.archives.left_out import DERIVED, LEFT_OUT
from verbund.archives.management.commands.backup import seconds_until
from verbund.embedded import PostgresServer
from verbund.server import processes
from verbund.tenancy.models import Tenant

BERLIN = ZoneInfo("Europe/Berlin")
SITES = ["dortmund", "duesseldorf", "netzwerk"]


def test_a_file_a_site_and_old_ones_go(own_database: str, tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    here, there = (Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf"))
    fill(here, ONLY_HERE)
    fill(there, ELSEWHERE)
    folder = tmp_path / "backups"
    for old in ("2020-01-01T023000Z", "2020-01-02T023000Z", "2020-01-03T023000Z.part", "my-own"):
        (folder / old).mkdir(parents=True)
        (folder / old / "backup.json").write_text("{}")

    done = create_backup(folder, keep=2)

    assert [path.name for path in backups_in(folder)] == [done.path.name, "2020-01-02T023000Z"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [done.path.name, "2020-01-02T023000Z", "my-own"]
    )
    assert done.facts["sites"] == SITES
    assert set(done.facts["files"]) == {"public.tar.gz", *(f"{name}.tar.gz" for name in SITES)}
    shared = members_of(done.path / "public.tar.gz")
    assert "schema/tenancy_tenant.csv" in shared
    assert not [name for name in shared if name.startswith(tuple(f"schema/{d}" for d in DERIVED))]
    theirs = b"\n".join(members_of(done.path / "duesseldorf.tar.gz").values())
    assert ELSEWHERE.encode() in theirs
    assert ONLY_HERE.encode() not in theirs
    assert set(last_backups()) == set(Tenant.objects.values_list("uuid", flat=True))


def test_the_commands_say_what_they_do_and_refuse_a_full_database(
    own_database: str, tmp_path: Path, settings
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = tmp_path / "backups"

    dry = run("create", "--dir", folder, "--dry-run")
    assert dry == f"3 sites would be written into {folder}, where 0 backups are.\n"
    assert not folder.exists()
    said = json.loads(run("create", "--dir", folder, "--json"))
    assert said["sites"] == SITES
    with pytest.raises(CommandError, match="holds sites already"):
        run("restore", said["folder"], "--dry-run")
    with pytest.raises(CommandError, match="is no backup"):
        run("restore", tmp_path)


@pytest.mark.parametrize(
    ("now", "hours"), [((20, 30), 6), ((2, 29), 24 + 1 / 60), ((2, 0), 0.5), ((2, 30), 24)]
)
def test_a_night_comes_once(now: tuple[int, int], hours: float) -> None:
    moment = datetime(2026, 7, 1, *now, tzinfo=BERLIN)

    assert seconds_until(time(2, 30), moment) == pytest.approx(hours * 3600)


@pytest.mark.slow
def test_the_demo_comes_back_after_its_database_was_dropped(
    test_server: PostgresServer | None, tmp_path: Path
) -> None:
    databases = Databases(test_server)
    template = Template(databases, SERVER_FOLDER / "demo")
    template.build()
    name, data = "verbund_demo_backup", tmp_path / "var"
    with dropped_at_last(databases, name):
        template.copy(name, data)
        # Rows are made anew by a restore: from the same content, they have to come out the same.
        verbund(databases, name, data, "search", "rebuild")
        before, uploads = contents(databases.url(name)), files_below(data / "media")
        verbund(databases, name, data, "backup", "create", "--dir", str(tmp_path / "backups"))
        (backup,) = backups_in(tmp_path / "backups")

        databases.drop(name)
        shutil.rmtree(data / "media")
        databases.create(name)
        verbund(databases, name, data, "backup", "restore", str(backup))

        after = contents(databases.url(name))
        assert after.keys() == before.keys()
        assert {table for table in before if after[table] != before[table]} == set()
        assert files_below(data / "media") == uploads
        assert len(before) > 500
        assert len(uploads) > 100


@contextmanager
def dropped_at_last(databases: Databases, name: str) -> Iterator[None]:
    databases.drop(name)
    yield
    databases.drop(name)


def contents(url: str) -> dict[str, list[tuple]]:
    """The rows of each table but of those that are made anew, sorted as texts."""
    listed = """
    SELECT table_schema, table_name FROM information_schema.tables
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'verbund_blueprint')
      AND table_type = 'BASE TABLE'
    """
    with psycopg.connect(url) as database:
        tables = [
            (schema, table)
            for schema, table in database.execute(listed).fetchall()
            if table not in (*LEFT_OUT, *OWN_TIME) and not table.startswith(DERIVED)
        ]
        found = {
            f"{schema}.{table}": rows_of(database, f'SELECT t::text FROM "{schema}"."{table}" t')
            for schema, table in tables
        }
        keys = (
            "SELECT tenant_id, object_key, title, body, vector::text FROM public.search_searchrow"
        )
        return found | {"search": rows_of(database, keys)}


# The record of the backup itself, and counters of changes and of migrations' times.
OWN_TIME = (
    "archives_archiverecord", "django_migrations", "tenancy_registryversion",
)  # fmt: skip


def rows_of(database: psycopg.Connection, query: str) -> list[tuple]:
    return sorted(database.execute(query).fetchall())


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def verbund(databases: Databases, name: str, data: Path, *command: str) -> None:
    log = data / "command.log"
    environ = environment(data, databases.url(name), 80)
    child = processes.start(command[0], (*VERBUND, *command), environ, log)
    try:
        code = child.process.wait(600)
    finally:
        child.end()
    assert code == 0, log.read_text()


def run(*arguments: object) -> str:
    output = StringIO()
    call_command("backup", *map(str, arguments), stdout=output)
    return output.getvalue()
