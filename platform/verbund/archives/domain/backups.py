"""A backup is a folder: a file a site, one for what all share, and a list of them with their sums.

All files show one moment. Each site's file is one that `verbund tenants restore` reads as well.
"""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.utils import timezone

from verbund.archives.domain.exporting import (
    Exported,
    Progress,
    head,
    keep_record,
    silent,
    write_schema,
    write_tenant,
)
from verbund.archives.files import as_json, writing
from verbund.archives.left_out import DERIVED, MADE_BY_MIGRATIONS
from verbund.archives.manifest import FORMAT, Manifest
from verbund.archives.models import ArchiveKind
from verbund.archives.snapshot import Snapshot, snapshot
from verbund.tenancy.connection import connection
from verbund.tenancy.domain.locks import advisory_lock
from verbund.tenancy.models import Tenant

LIST, SHARED, JOBS = "backup.json", "public.tar.gz", "jobs.csv"
NAME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{6}Z")
# Those that wait and those that ran: their worker is gone, and each is safe to run again.
WAITING_JOBS = """
SELECT queue_name, task_name, priority, lock, queueing_lock, args, 'todo' AS status, scheduled_at,
       attempts
FROM public.procrastinate_jobs
WHERE status IN ('todo', 'doing') AND task_name = 'verbund.run_job' ORDER BY id
"""


@dataclass(frozen=True)
class Backup:
    """A backup that is there: its folder, and what its list says."""

    path: Path
    facts: dict[str, Any]


def create_backup(folder: Path, keep: int, progress: Progress = silent) -> Backup:
    """Writes all of this installation into a new folder, then deletes old ones but for ``keep``.

    Meanwhile no site is made or deleted; all else goes on.
    """
    connection.set_schema_to_public()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / timezone.now().strftime("%Y-%m-%dT%H%M%SZ")
    half = path.with_name(f"{path.name}.part")
    half.mkdir(mode=0o700)
    try:
        with advisory_lock("provisioning"), snapshot() as moment:
            for broken_off in set(folder.glob("*.part")) - {half}:
                shutil.rmtree(broken_off)
            files = _write_all(moment, half, progress)
        facts = _list_of(files)
        (half / LIST).write_bytes(as_json(facts))
        half.rename(path)
    finally:
        shutil.rmtree(half, ignore_errors=True)
    for tenant, exported in files:
        if tenant is not None:
            keep_record(tenant, ArchiveKind.BACKUP, exported, backup=path.name)
    for old in backups_in(folder)[max(keep, 1) :]:
        shutil.rmtree(old)
    return Backup(path, facts)


def _write_all(
    moment: Snapshot, folder: Path, progress: Progress
) -> list[tuple[Tenant | None, Exported]]:
    tenants = list(Tenant.objects.order_by("schema_name"))
    files: list[tuple[Tenant | None, Exported]] = [(None, _write_shared(moment, folder / SHARED))]
    for number, tenant in enumerate(tenants, start=1):
        path = folder / f"{tenant.schema_name}.tar.gz"
        files.append((tenant, write_tenant(tenant, moment, path)))
        progress(tenant.schema_name, number, len(tenants))
    return files


def _write_shared(moment: Snapshot, path: Path) -> Exported:
    with writing(path) as (archive, summing):
        facts = head(moment, "public") | {"kind": "public"}
        facts |= write_schema(archive, moment, "public", silent, belongs_to_a_backup)
        archive.add(JOBS, partial(moment.write_query, WAITING_JOBS))
        archive.finish(facts)
    manifest = Manifest.model_validate({**facts, "parts": archive.parts})
    return Exported(path, summing.size, summing.sha256, manifest)


def belongs_to_a_backup(table: str) -> bool:
    """Whether a shared table is kept: not what is made anew."""
    return not table.startswith(DERIVED) and table not in MADE_BY_MIGRATIONS


def _list_of(files: list[tuple[Tenant | None, Exported]]) -> dict[str, Any]:
    shared = files[0][1].manifest
    return {
        "format": FORMAT,
        "verbund": shared.verbund,
        "created": shared.created,
        "sites": [tenant.schema_name for tenant, _exported in files if tenant is not None],
        "size": sum(exported.size for _tenant, exported in files),
        "files": {
            exported.path.name: {"size": exported.size, "sha256": exported.sha256}
            for _tenant, exported in files
        },
    }


def backups_in(folder: Path) -> list[Path]:
    """Whole backups, the newest first."""
    found = (path for path in folder.iterdir() if NAME.fullmatch(path.name))
    return sorted((path for path in found if (path / LIST).exists()), reverse=True)


def files_of(path: Path) -> Iterator[Path]:
    """The files of a backup, the shared one first; read from its list."""
    names = json.loads((path / LIST).read_text())["files"]
    yield from (path / name for name in sorted(names, key=lambda name: (name != SHARED, name)))
