"""A whole backup into an empty database: all sites as they were, or nothing."""

import json
from collections.abc import Callable
from pathlib import Path

from django.db.transaction import atomic
from django.utils.translation import gettext as _
from django_tenants.utils import quote_schema_name as quoted

from verbund.archives.domain.backups import JOBS, LIST, files_of
from verbund.archives.domain.checking import ArchiveProblems, Content, read_content
from verbund.archives.domain.restoring import (
    SCHEMA,
    bind_secrets,
    load_media,
    load_schema,
    write_search_rows,
)
from verbund.archives.files import parts_of
from verbund.archives.models import ArchiveKind, ArchiveRecord
from verbund.archives.snapshot import read_table, set_sequences
from verbund.tenancy.connection import connection
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.locks import advisory_lock
from verbund.tenancy.domain.migration import migrate_all
from verbund.tenancy.domain.schemas import (
    drop_schema,
    leaf_migrations,
    migrate_schema_to,
    unknown_migrations,
)
from verbund.tenancy.models import Domain, SchemaState, Tenant
from verbund.tenancy.registry import registry
from verbund.tenancy.storage import storage_of

PUBLIC = "public"
HOSTS = Domain._meta.db_table
Progress = Callable[[str], None]


def check_backup(path: Path) -> list[Content]:
    """All files of a backup, the shared one first, each read to its end.

    :raises ArchiveProblems: one is damaged or missing, or this database is not empty.
    """
    if not (path / LIST).exists():
        raise ArchiveProblems([_("“%(folder)s” is no backup: its list is missing.") % {
            "folder": path.name
        }])  # fmt: skip
    contents, problems = [], []
    for file in files_of(path):
        try:
            contents.append(read_content(file))
        except ArchiveProblems as error:
            problems += error.problems
    unknown = {name for one in contents for name in unknown_migrations(one.manifest.migrations)}
    if unknown:
        text = _("The backup needs what this installation does not have: %(names)s.")
        problems.append(text % {"names": ", ".join(sorted(unknown))})
    if _has_sites():
        problems.append(
            _("This database holds sites already. A whole backup goes into an empty one.")
        )
    elif contents and not problems and _is_behind(contents[0]) and _is_migrated():
        problems.append(
            _("The backup is older than this database's tables. Take one without any table.")
        )
    if problems:
        raise ArchiveProblems(problems)
    return contents


def _is_migrated() -> bool:
    return Tenant._meta.db_table in connection.introspection.table_names()


def _has_sites() -> bool:
    connection.set_schema_to_public()
    return _is_migrated() and Tenant.objects.exists()


def _is_behind(content: Content) -> bool:
    return not set(leaf_migrations()) <= {
        f"{app}.{name}" for app, name in content.manifest.migrations
    }


def restore_backup(path: Path, progress: Progress = lambda step: None) -> list[Tenant]:
    """Brings all sites back; addresses come last, so that nobody meets half of one.

    :raises ArchiveProblems: with all reasons; nothing was changed.
    """
    shared, *sites = check_backup(path)
    if _is_behind(shared):
        migrate_schema_to(PUBLIC, shared.manifest.migrations)
    else:
        migrate_all(lambda report, number, total: None)
    with advisory_lock("provisioning"):
        try:
            return _restore_all(shared, sites, progress)
        except BaseException:
            _take_back(sites)
            raise


def _restore_all(shared: Content, sites: list[Content], progress: Progress) -> list[Tenant]:
    _load_shared(shared, lambda table: table != HOSTS)
    progress(PUBLIC)
    migrate_all_but_sites()
    restored = []
    for content in sites:
        tenant = Tenant.objects.get(uuid=content.manifest.tenant)
        load_schema(content, tenant.schema_name)
        load_media(content, tenant)
        with tenant_context(tenant), atomic():
            bind_secrets(content, tenant, tenant.uuid)
        write_search_rows(tenant)
        restored.append(tenant)
        progress(tenant.schema_name)
    _load_shared(shared, lambda table: table == HOSTS)
    registry.expire()
    for content, tenant in zip(sites, restored, strict=True):
        ArchiveRecord.objects.create(
            tenant=tenant.uuid, schema_name=tenant.schema_name, name=tenant.name,
            kind=ArchiveKind.RESTORE, file=content.path.name,
            size=content.path.stat().st_size, details=content.manifest.facts(),
        )  # fmt: skip
    return restored


def migrate_all_but_sites() -> None:
    """Public up to date and the blueprint there; schemas of sites come from their files."""
    names = Tenant.objects.values_list("schema_name", flat=True)
    for name in names:
        # Said to be current, so that nobody looks for a schema that is not there.
        SchemaState.objects.update_or_create(schema_name=name, defaults={"fingerprint": ""})
    failed = [
        one for one in migrate_all(lambda report, number, total: None)
        if one.error and one.schema not in set(names)
    ]  # fmt: skip
    if failed:
        raise RuntimeError(f"{failed[0].schema}: {failed[0].error}")


def _load_shared(content: Content, wanted: Callable[[str], bool]) -> None:
    connection.set_schema_to_public()
    with atomic():
        tables = [name for name in content.manifest.tables if wanted(name)]
        if HOSTS not in tables:  # then they are empty already
            _empty(tables)
        for name, part in parts_of(content.path):
            table = name.removeprefix(SCHEMA).removesuffix(".csv")
            if name.startswith(SCHEMA) and table in tables:
                read_table(PUBLIC, table, part)
            elif name == JOBS and HOSTS in tables:
                # With the addresses, last: no worker runs a job of half a site.
                read_table(PUBLIC, "procrastinate_jobs", part)
        known = content.manifest.sequences
        set_sequences(
            PUBLIC, {key: value for key, value in known.items() if key.split(".")[0] in tables}
        )


def _empty(tables: list[str]) -> None:
    """Takes out what migrations put in, and what hangs on it."""
    with connection.cursor() as cursor:
        named = ", ".join(f"public.{quoted(name)}" for name in tables)
        cursor.execute(f"TRUNCATE {named} CASCADE")


def _take_back(sites: list[Content]) -> None:
    connection.set_schema_to_public()
    for content in sites:
        drop_schema(content.manifest.schema_name)
        if content.manifest.tenant is not None:
            storage_of(content.manifest.tenant).remove_all()
    Tenant.objects.all().delete()
    SchemaState.objects.filter(
        schema_name__in=[content.manifest.schema_name for content in sites]
    ).delete()
    registry.expire()


def list_of(path: Path) -> dict[str, object]:
    """What a backup's list says."""
    return dict(json.loads((path / LIST).read_text()))
