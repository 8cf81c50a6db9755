"""A file becomes a site again, whole or not at all, under its own or another name.

Under its own name it is the same site: links, keys and second factors hold. Under another name
it is a new one with a uuid of its own, in preparation, and what was bound to the old one ends.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files import File
from django.db.transaction import atomic
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Site

from verbund.accounts.login.secrets import bind_again
from verbund.api.models import ApiKey
from verbund.archives.domain.checking import Content, Plan, canonical_of, check_archive
from verbund.archives.files import parts_of
from verbund.archives.manifest import key_marks
from verbund.archives.models import ArchiveKind, ArchiveRecord
from verbund.archives.registry_rows import fill_fields, restore_domain_facts, restore_registry
from verbund.archives.snapshot import empty_tables, read_table, set_sequences
from verbund.mailing.models import OutgoingMail
from verbund.search.domain.rebuilding import rebuild_tenant
from verbund.tenancy.connection import connection
from verbund.tenancy.content_types import forget_schema
from verbund.tenancy.domain.acts import record_act
from verbund.tenancy.domain.migration import fingerprint, record_state
from verbund.tenancy.domain.provisioning import Step, make_empty_schema, provision
from verbund.tenancy.domain.schemas import (
    create_schema,
    leaf_migrations,
    migrate_schema,
    migrate_schema_to,
)
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import storage_of

SCHEMA, MEDIA = "schema/", "media/"
IN_MEMORY = 8 << 20
Progress = Callable[[str], None]


@dataclass
class Restored:
    """The site that was made, and what its people have to know."""

    tenant: Tenant
    notes: list[str] = field(default_factory=list)


def restore_tenant(
    path: Path,
    *,
    name: str = "",
    schema: str = "",
    domains: Sequence[str] = (),
    by: UUID | None = None,
    progress: Progress = lambda step: None,
) -> Restored:
    """Reads a site back from its file; for names that are not given the file's own hold.

    :raises ArchiveProblems: it can't be, with all reasons; nothing was changed.
    :raises ProvisioningFailed: a step failed; nothing was left behind.
    """
    plan = check_archive(path, name=name, schema=schema, domains=domains)
    done = Restored(_new_tenant(plan))
    provision(
        done.tenant,
        plan.domains,
        _steps(plan, done),
        progress,
        make_schema=lambda tenant: load_schema(plan.content, tenant.schema_name),
    )
    restore_domain_facts(done.tenant, plan.content.registry)
    _record(plan, done)
    record_act("restore", done.tenant, by=by, after={"file": path.name, "name": plan.name})
    return done


def _new_tenant(plan: Plan) -> Tenant:
    tenant = Tenant()
    fill_fields(tenant, plan.content.registry["tenant"])
    tenant.name, tenant.schema_name, tenant.maintenance = plan.name, plan.schema, False
    if not plan.same:
        tenant.uuid = Tenant._meta.get_field("uuid").get_default()
        tenant.status, tenant.status_note = TenantStatus.DRAFT, ""
    return tenant


def _steps(plan: Plan, done: Restored) -> list[Step]:
    content = plan.content
    return [
        Step("media", lambda tenant: load_media(content, tenant)),
        Step("registry", lambda tenant: done.notes.extend(_registry(content, tenant))),
        Step("secrets", lambda tenant: done.notes.extend(_secrets(plan, tenant))),
        Step("address", lambda tenant: _address(tenant, plan.domains)),
        Step("search", write_search_rows),
    ]


def load_schema(content: Content, schema: str) -> None:
    """Makes the schema as it was when the file was written, fills it, and brings it up to date."""
    applied = content.manifest.migrations
    current = set(leaf_migrations()) <= {f"{app}.{name}" for app, name in applied}
    if current:
        make_empty_schema(Tenant(schema_name=schema))
    else:
        create_schema(schema)
        migrate_schema_to(schema, applied)
    with atomic():
        _load_tables(content, schema)
    forget_schema(schema)
    migrate_schema(schema)
    record_state(schema, fingerprint())


def _load_tables(content: Content, schema: str) -> None:
    empty_tables(schema)
    for name, part in parts_of(content.path):
        if name.startswith(SCHEMA):
            table = name.removeprefix(SCHEMA).removesuffix(".csv")
            rows = read_table(schema, table, part)
            expected = content.manifest.tables[table]
            if rows != expected:
                raise ValueError(f"{table} has {rows} rows, the file says {expected}.")
    set_sequences(schema, content.manifest.sequences)


def load_media(content: Content, tenant: Tenant) -> None:
    """Writes the uploads into the site's folder."""
    storage = storage_of(tenant.uuid)
    for name, part in parts_of(content.path):
        if name.startswith(MEDIA):
            wanted = name.removeprefix(MEDIA)
            with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as whole:
                shutil.copyfileobj(part, whole)
                kept = storage.save(wanted, File(whole, name=wanted))
            if kept != wanted:
                raise ValueError(f"{wanted} was kept as {kept}: its folder was not empty.")


def _registry(content: Content, tenant: Tenant) -> list[str]:
    return restore_registry(tenant, content.registry)


def bind_secrets(
    content: Content, tenant: Tenant, before: UUID, *, other_host: bool = False
) -> list[str]:
    """What was bound to the old uuid, host or SECRET_KEY is bound anew or ends; notes on that."""
    moved, other_key = before != tenant.uuid, content.manifest.key not in key_marks()
    notes = _hold_mails(moved)
    if not (moved or other_key or other_host):
        return notes
    lost = bind_again(before, other_host=moved or other_host)
    if lost:
        text = ngettext(
            "%d second factor could not be taken along: its owner sets up a new one.",
            "%d second factors could not be taken along: their owners set up new ones.",
            lost,
        )
        notes.append(text % lost)
    if (moved or other_key) and ApiKey.objects.all().delete()[0]:
        notes.append(_("API keys and links in earlier mails no longer hold: make new ones."))
    return notes


def _secrets(plan: Plan, tenant: Tenant) -> list[str]:
    before = plan.content.manifest.tenant
    assert before is not None, "checked: the file holds a site"
    other_host = list(plan.domains[:1]) != canonical_of(plan.content)
    return bind_secrets(plan.content, tenant, before, other_host=other_host)


def _hold_mails(moved: bool) -> list[str]:
    """Mails that waited were sent since, most likely; a copy of a site sends none at all."""
    waiting = OutgoingMail.objects.filter(next_try__isnull=False)
    if moved:
        waiting.delete()
        return []
    if waiting.update(next_try=None, error=_("From a backup: it may have been sent already.")):
        return [_("Mails that waited are held back: look at them before you send them.")]
    return []


def _address(tenant: Tenant, domains: Sequence[str]) -> None:
    for site in Site.objects.filter(is_default_site=True):
        site.hostname = domains[0] if domains else f"{tenant.schema_name}.invalid"
        site.port = settings.VERBUND_PORT
        site.site_name = tenant.name
        site.save()


def write_search_rows(tenant: Tenant) -> None:
    """In the sites' base language, whatever the command speaks: labels stand in some rows."""
    with translation.override(settings.LANGUAGE_CODE):
        rebuild_tenant(tenant)


def _record(plan: Plan, done: Restored) -> ArchiveRecord:
    connection.set_schema_to_public()
    facts: dict[str, Any] = {**plan.facts(), "notes": done.notes}
    return ArchiveRecord.objects.create(
        tenant=done.tenant.uuid,
        schema_name=done.tenant.schema_name,
        name=done.tenant.name,
        kind=ArchiveKind.RESTORE,
        file=plan.content.path.name,
        size=plan.content.path.stat().st_size,
        details=facts,
    )
