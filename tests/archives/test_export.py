"""A site's file holds all of that site, nothing of another, and nothing that logs anybody in."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.archives.helpers import (
    ELSEWHERE,
    ONLY_HERE,
    fill,
    kept_tables_of,
    media_of,
    members_of,
    tables_of,
    texts_of,
)
from verbund.archives.domain.exporting import export_tenant
from verbund.archives.domain.queries import last_backups
from verbund.archives.left_out import LEFT_OUT
from verbund.archives.models import ArchiveRecord
from verbund.member_area.models import MemberSession
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


@pytest.fixture
def cities(own_database: str, tmp_path: Path, settings) -> tuple[Tenant, Tenant]:
    """Two cities with the same keys and names of files, and a word that only one has."""
    settings.MEDIA_ROOT = tmp_path / "media"
    here, there = (Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf"))
    fill(here, ONLY_HERE)
    fill(there, ELSEWHERE)
    return here, there


def run(*arguments: object) -> str:
    output = StringIO()
    call_command("tenants", *map(str, arguments), stdout=output)
    return output.getvalue()


def test_the_file_holds_each_table_and_each_upload(
    cities: tuple[Tenant, Tenant], tmp_path: Path
) -> None:
    here, _there = cities

    export_tenant(here, tmp_path / "d.tar.gz")

    found = members_of(tmp_path / "d.tar.gz")
    tables = {name.removeprefix("schema/"): data for name, data in found.items() if ".csv" in name}
    assert {name.removesuffix(".csv"): data for name, data in tables.items()} == kept_tables_of(
        "dortmund"
    )
    assert {
        name.removeprefix("media/"): data
        for name, data in found.items()
        if name.startswith("media/")
    } == media_of(here)
    assert next(iter(found)) == "LIESMICH.txt"
    assert list(found)[-1] == "manifest.json"


def test_nothing_of_another_city_is_in_it_and_no_session(
    cities: tuple[Tenant, Tenant], tmp_path: Path
) -> None:
    here, there = cities
    with tenant_context(here):
        digest = MemberSession.objects.get().key_digest

    exported = export_tenant(here, tmp_path / "d.tar.gz")

    text = "\n".join(texts_of(tmp_path / "d.tar.gz"))
    assert ONLY_HERE in text
    for word in (
        ELSEWHERE,
        ELSEWHERE.lower(),
        there.name,
        there.schema_name,
        str(there.uuid),
        digest,
    ):
        assert word not in text, word
    assert exported.manifest.left_out == list(LEFT_OUT)
    assert set(LEFT_OUT) <= set(tables_of("dortmund"))


def test_the_manifest_counts_and_sums_and_the_registry_is_its_own(
    cities: tuple[Tenant, Tenant], tmp_path: Path
) -> None:
    here, _there = cities

    exported = export_tenant(here, tmp_path / "d.tar.gz")

    found = members_of(tmp_path / "d.tar.gz")
    told = json.loads(found.pop("manifest.json"))
    assert told["parts"].keys() == found.keys()
    assert {name: part["size"] for name, part in told["parts"].items()} == {
        name: len(data) for name, data in found.items()
    }
    assert told["tables"]["accounts_user"] == 3
    assert told["media"] == len(media_of(here)) == exported.manifest.media
    assert (told["schema_name"], told["tenant"]) == ("dortmund", str(here.uuid))
    registry = json.loads(found["registry.json"])
    assert registry["tenant"]["association"] == "Verband Dortmund"
    assert [one["domain"] for one in registry["domains"]] == [
        "dortmund.test", "verband-dortmund.test",
    ]  # fmt: skip
    assert [one["label"] for one in registry["plugins"]] == ["news"]
    assert [one["focus"] for one in registry["memberships"]] == ["Frauen"]


def test_what_breaks_off_leaves_no_file(cities: tuple[Tenant, Tenant], tmp_path: Path) -> None:
    def breaks_off(what: str, done: int, total: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_tenant(cities[0], tmp_path / "d.tar.gz", breaks_off)

    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
    assert not ArchiveRecord.objects.exists()


def test_the_command_writes_and_says_what(cities: tuple[Tenant, Tenant], tmp_path: Path) -> None:
    file = tmp_path / "d.tar.gz"

    before = timezone.now()
    dry = run("export", "dortmund", file, "--dry-run")
    assert not file.exists()
    assert last_backups() == {}
    said = json.loads(run("export", "dortmund", file, "--json"))

    assert dry.startswith(f"dortmund would be written to {file}: ")
    assert (said["file"], said["schema"]) == (str(file), "dortmund")
    with pytest.raises(CommandError, match="is there already"):
        run("export", "dortmund", file)
    # For the console's overview, and for whoever gets the file:
    assert last_backups()[cities[0].uuid] >= before
    record = ArchiveRecord.objects.get()
    assert (record.file, record.sha256) == ("d.tar.gz", said["sha256"])
    assert record.size == file.stat().st_size == said["size"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_command_names_what_is_missing(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="See: verbund tenants list"):
        run("export", "nirgends", tmp_path / "d.tar.gz")
    with pytest.raises(CommandError, match="is not there"):
        run("export", "dortmund", tmp_path / "fehlt" / "d.tar.gz")
