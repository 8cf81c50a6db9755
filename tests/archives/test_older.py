"""A file from before a plugin existed comes back, and is brought up to date."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.archives.helpers import (
    ONLY_HERE,
    fill,
    kept_tables_of,
    media_of,
    members_of,
    write_members,
)
from verbund.archives.domain.exporting import export_tenant
from verbund.archives.domain.restoring import restore_tenant
from verbund.tenancy.domain.migration import fingerprint, recorded_state
from verbund.tenancy.domain.schemas import pending_migrations
from verbund.tenancy.models import Tenant

LATER = "members"


def without_plugin(path: Path) -> None:
    """As an installation would have written it that did not have the plugin yet."""
    found = members_of(path)
    told = json.loads(found.pop("manifest.json"))
    kept = {name: data for name, data in found.items() if f"schema/{LATER}_" not in name}
    table = "schema/django_migrations.csv"
    lines = kept[table].splitlines(keepends=True)
    kept[table] = b"".join(line for line in lines if f",{LATER},".encode() not in line)
    told["migrations"] = [one for one in told["migrations"] if one[0] != LATER]
    told["tables"] = {
        name: rows for name, rows in told["tables"].items() if not name.startswith(f"{LATER}_")
    }
    told["tables"]["django_migrations"] = len(told["migrations"])
    told["parts"] = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in kept.items()
    }
    write_members(path, {**kept, "manifest.json": json.dumps(told).encode()})


@pytest.mark.slow
def test_a_file_from_before_a_plugin_existed(own_database: str, tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    here = Tenant.objects.get(schema_name="dortmund")
    fill(here, ONLY_HERE)
    before = kept_tables_of("dortmund")
    export_tenant(here, tmp_path / "d.tar.gz")
    without_plugin(tmp_path / "d.tar.gz")

    copy = restore_tenant(tmp_path / "d.tar.gz", name="Alt", domains=["alt.test"]).tenant

    found = kept_tables_of(copy.schema_name)
    assert found.keys() == before.keys()
    differing = {name for name, data in found.items() if data != before[name]}
    assert differing <= {"django_migrations", "wagtailcore_site"}
    assert len([name for name in found if name.startswith(f"{LATER}_")]) > 5
    assert media_of(copy) == media_of(here)
    assert recorded_state(copy.schema_name) == fingerprint()
    assert pending_migrations(copy.schema_name) == []
