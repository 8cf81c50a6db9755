"""A site's end: announced, waited for, then nothing of it is left but the proof.

Who deletes types the site's name; until the day comes it can be kept, and nobody reads it.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.transaction import atomic
from django.utils import timezone
from django.utils.translation import gettext as _

from verbund.archives.models import ArchiveKind, ArchiveRecord, PlannedDeletion
from verbund.archives.snapshot import snapshot
from verbund.search.models import SearchRow
from verbund.tenancy.connection import connection
from verbund.tenancy.domain.acts import Change, record_act
from verbund.tenancy.domain.life import NotForOperators
from verbund.tenancy.domain.locks import advisory_lock
from verbund.tenancy.domain.schemas import drop_schema
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import SchemaState, Tenant
from verbund.tenancy.registry import registry
from verbund.tenancy.storage import storage_of

WAITING = timedelta(days=30)
DROP_JOBS = "DELETE FROM public.procrastinate_jobs WHERE args->>'tenant' = %s"


def plan_deletion(
    tenant: Tenant,
    typed: str,
    *,
    at_once: bool = False,
    by: UUID | None = None,
    dry_run: bool = False,
) -> Change:
    """Closes the site and lets it go after 30 days; ``at_once`` is for one that never was open.

    :raises ValidationError: another name was typed, or it was open to the public.
    :raises NotForOperators: it is the operators' own.
    """
    if tenant.kind == TenantKind.OPERATOR:
        raise NotForOperators(tenant.name)
    if typed.strip() != tenant.name:
        text = _("Type the name of the site as it is written: “%(name)s”.")
        raise ValidationError(text % {"name": tenant.name})
    if at_once and tenant.status != TenantStatus.DRAFT:
        raise ValidationError(_("Only a site in preparation can be deleted at once."))
    known = PlannedDeletion.objects.filter(tenant=tenant).first()
    due = timezone.now() if at_once else (known.due if known else timezone.now() + WAITING)
    change = _change("delete", tenant, due)
    if change and not dry_run:
        with atomic():
            _close(tenant, due)
            record_act("delete", tenant, by=by, before=change.before, after=change.after)
    return change


def _change(action: str, tenant: Tenant, due: datetime | None) -> Change:
    known = PlannedDeletion.objects.filter(tenant=tenant).first()
    shown = [None if at is None else at.isoformat(timespec="minutes") for at in
             (known.due if known else None, due)]  # fmt: skip
    return Change(action, tenant.name, {"due": shown[0]}, {"due": shown[1]})


def _close(tenant: Tenant, due: datetime) -> None:
    PlannedDeletion.objects.update_or_create(
        tenant=tenant,
        defaults={"due": due},
        create_defaults={"due": due, "status_before": tenant.status},
    )
    _set_status(tenant, TenantStatus.SUSPENDED)


def _set_status(tenant: Tenant, status: str) -> None:
    # Not save(): that refuses another schema, and the console has one of its own.
    Tenant.objects.filter(pk=tenant.pk).update(status=status, status_note="")
    tenant.status, tenant.status_note = status, ""
    registry.expire()


def keep_site(tenant: Tenant, *, by: UUID | None = None, dry_run: bool = False) -> Change:
    """Takes the plan back; the site is again what it was before. Nothing without a plan."""
    change = _change("keep", tenant, None)
    if change and not dry_run:
        planned = PlannedDeletion.objects.get(tenant=tenant)
        with atomic():
            _set_status(tenant, planned.status_before)
            planned.delete()
            record_act("keep", tenant, by=by, before=change.before, after=change.after)
    return change


def delete_due() -> list[str]:
    """Deletes sites whose day has come, and what an earlier run could not; names of schemas."""
    finish_deletions()
    due = PlannedDeletion.objects.filter(due__lte=timezone.now()).select_related("tenant")
    return [delete_tenant(planned.tenant).schema_name for planned in due]


def delete_tenant(tenant: Tenant) -> ArchiveRecord:
    """Deletes schema, rows, jobs and uploads now; the record that is left is the proof.

    The index of a second engine follows the rows; keys of caches name a row that is gone.
    """
    connection.set_schema_to_public()
    with advisory_lock("provisioning"):
        details = _proof(tenant)
        with atomic():
            record = ArchiveRecord.objects.create(
                tenant=tenant.uuid,
                schema_name=tenant.schema_name,
                name=tenant.name,
                kind=ArchiveKind.DELETION,
                details={**details, "uploads_removed": False},
            )
            _delete_rows(tenant)
            record_act("deleted", None, site=tenant.name, before={"schema": tenant.schema_name})
            # Uploads can't be rolled back: they go once all else is gone for good.
            transaction.on_commit(lambda: _remove_uploads(record))
    return record


def _proof(tenant: Tenant) -> dict[str, Any]:
    with snapshot() as moment:
        counts = {
            name: moment.rows(f'SELECT count(*) FROM "{tenant.schema_name}"."{name}"')[0][0]
            for name in moment.tables(tenant.schema_name)
        }
    return {
        "domains": list(tenant.domains.values_list("domain", flat=True)),
        "created": tenant.created.isoformat(timespec="seconds"),
        "tables": len(counts),
        "rows": sum(counts.values()),
        "uploads": sum(1 for _file in storage_of(tenant.uuid).all_files()),
        "search_rows": SearchRow.objects.filter(tenant=tenant).count(),
    }


def _delete_rows(tenant: Tenant) -> None:
    SearchRow.objects.filter(tenant=tenant).delete()
    with connection.cursor() as cursor:
        cursor.execute(DROP_JOBS, [str(tenant.uuid)])
    drop_schema(tenant.schema_name)
    SchemaState.objects.filter(schema_name=tenant.schema_name).delete()
    tenant.delete()


def finish_deletions() -> None:
    """Uploads of sites that are gone, if removing them broke off."""
    for record in ArchiveRecord.objects.filter(
        kind=ArchiveKind.DELETION, details__uploads_removed=False
    ):
        _remove_uploads(record)


def _remove_uploads(record: ArchiveRecord) -> None:
    # Restored under its own name meanwhile: then they are the new site's.
    if not Tenant.objects.filter(uuid=record.tenant).exists():
        storage_of(record.tenant).remove_all()
    record.details = {**record.details, "uploads_removed": True}
    record.save(update_fields=["details"])
