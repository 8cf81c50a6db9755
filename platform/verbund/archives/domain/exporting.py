"""A site becomes a file: its tables, its uploads, what the registry holds of it, and a manifest."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from verbund.archives.files import ArchiveWriter, writing
from verbund.archives.left_out import LEFT_OUT
from verbund.archives.manifest import FORMAT, Manifest, key_marks
from verbund.archives.models import ArchiveKind, ArchiveRecord
from verbund.archives.readme import readme_of
from verbund.archives.registry_rows import registry_of
from verbund.archives.snapshot import Snapshot, snapshot
from verbund.tenancy.domain.acts import record_act
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import TenantStorage, storage_of

Progress = Callable[[str, int, int], None]
"""Hears what is done, how much of it, and of how much."""


def silent(what: str, done: int, total: int) -> None:
    """For callers that show no progress."""


@dataclass(frozen=True)
class Exported:
    """The file that was written, and its manifest."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest


def export_tenant(
    tenant: Tenant, path: Path, progress: Progress = silent, *, by: UUID | None = None
) -> Exported:
    """Writes a site into a file that only we can read; there is none unless it is whole.

    :raises FileExistsError: somebody writes it at this moment.
    """
    with snapshot() as moment:
        exported = write_tenant(tenant, moment, path, progress)
    keep_record(tenant, ArchiveKind.EXPORT, exported)
    record_act("export", tenant, by=by, after={"file": path.name})
    return exported


def write_tenant(
    tenant: Tenant, moment: Snapshot, path: Path, progress: Progress = silent
) -> Exported:
    """As export_tenant, of a moment that several files share; leaves no record."""
    registry = registry_of(tenant)
    with writing(path) as (archive, summing):
        facts = head(moment, tenant.schema_name) | {
            "kind": "tenant",
            "tenant": tenant.uuid,
            "name": tenant.name,
        }
        archive.add_bytes("LIESMICH.txt", readme_of(tenant).encode())
        archive.add_json("registry.json", registry)
        facts |= write_schema(archive, moment, tenant.schema_name, progress)
        facts |= _write_media(archive, storage_of(tenant.uuid), progress)
        archive.finish(facts)
    manifest = Manifest.model_validate({**facts, "parts": archive.parts})
    return Exported(path, summing.size, summing.sha256, manifest)


def head(moment: Snapshot, schema: str) -> dict[str, Any]:
    """What every manifest begins with."""
    migrations = moment.rows(f'SELECT app, name FROM "{schema}".django_migrations ORDER BY 1, 2')
    return {
        "format": FORMAT,
        "verbund": version("verbund"),
        "postgresql": str(connection.pg_version),  # type: ignore[attr-defined]  # PostgreSQL's own
        "created": timezone.now(),
        "schema_name": schema,
        "key": key_marks()[0],
        "migrations": migrations,
    }


def write_schema(
    archive: ArchiveWriter,
    moment: Snapshot,
    schema: str,
    progress: Progress,
    wanted: Callable[[str], bool] = lambda table: table not in LEFT_OUT,
) -> dict[str, Any]:
    """All tables of a schema but those that no file may hold."""
    names = [name for name in moment.tables(schema) if wanted(name)]
    rows = {}
    for number, name in enumerate(names, start=1):
        rows[name] = archive.add(f"schema/{name}.csv", partial(moment.write_table, schema, name))
        progress("tables", number, len(names))
    return {"tables": rows, "sequences": moment.sequences(schema), "left_out": list(LEFT_OUT)}


def _write_media(
    archive: ArchiveWriter, storage: TenantStorage, progress: Progress
) -> dict[str, Any]:
    names, missing = list(storage.all_files()), []
    for number, name in enumerate(names, start=1):
        try:
            with storage.open(name) as file:
                archive.add(f"media/{name}", partial(_copy, file))
        except FileNotFoundError:  # deleted by its owner since the names were read
            missing.append(name)
        progress("media", number, len(names))
    return {"media": len(names) - len(missing), "missing_media": missing}


def _copy(file: Any, target: Any) -> None:
    for block in file.chunks():
        target.write(block)


def keep_record(
    tenant: Tenant, kind: ArchiveKind, exported: Exported, **details: Any
) -> ArchiveRecord:
    return ArchiveRecord.objects.create(
        tenant=tenant.uuid,
        schema_name=tenant.schema_name,
        name=tenant.name,
        kind=kind,
        file=exported.path.name,
        size=exported.size,
        sha256=exported.sha256,
        details={**exported.manifest.facts(), **details},
    )
