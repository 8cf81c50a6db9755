"""A tenant's life, one verb each, for console and commands; each leaves a line in the log."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.transaction import atomic
from django.utils import timezone
from django.utils.translation import gettext as _

from verbund.tenancy.domain.acts import Change, record_act
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.registry import registry

GIGABYTE = 1024**3


class NotForOperators(ValueError):
    """The operators' own site is never closed: nobody could open it again."""


def open_site(tenant: Tenant, *, by: UUID | None = None, dry_run: bool = False) -> Change:
    """Everybody reads it: the first time, or again after it was suspended or archived."""
    values = {"status": TenantStatus.READY.value, "status_note": "", "archived_on": None}
    return _change("open", tenant, values, by, dry_run)


def go_live(tenant: Tenant) -> Change:
    """As open_site, by the site's own people, whom the operators' log does not name."""
    return _change("go_live", tenant, {"status": TenantStatus.READY.value}, None, False)


def prepare(tenant: Tenant, *, by: UUID | None = None, dry_run: bool = False) -> Change:
    """Back into preparation: its staff alone read it.

    :raises NotForOperators: it is the operators' own.
    """
    _refuse_operators(tenant)
    values = {"status": TenantStatus.DRAFT.value, "status_note": "", "archived_on": None}
    return _change("prepare", tenant, values, by, dry_run)


def suspend(
    tenant: Tenant, note: str = "", *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """Nobody reads it; its page says ``note`` and whom to ask.

    :raises NotForOperators: it is the operators' own.
    """
    _refuse_operators(tenant)
    values = {"status": TenantStatus.SUSPENDED.value, "status_note": note}
    return _change("suspend", tenant, values, by, dry_run)


def archive(tenant: Tenant, *, by: UUID | None = None, dry_run: bool = False) -> Change:
    """It can be read and takes no form; what is new in a network leaves it out.

    :raises NotForOperators: it is the operators' own.
    """
    _refuse_operators(tenant)
    since = tenant.archived_on or timezone.localdate()
    values = {"status": TenantStatus.ARCHIVED.value, "status_note": "", "archived_on": since}
    return _change("archive", tenant, values, by, dry_run)


def rename(
    tenant: Tenant,
    name: str,
    association: str = "",
    *,
    by: UUID | None = None,
    dry_run: bool = False,
) -> Change:
    """Another name, and another name of the association; the schema keeps its own.

    :raises ValidationError: empty or too long.
    """
    values = {"name": name.strip(), "association": association.strip() or tenant.association}
    return _change("rename", tenant, values, by, dry_run)


def set_quota(
    tenant: Tenant, size: int | None, *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """How many bytes its uploads may have; None: as many as there is room for."""
    return _change("quota", tenant, {"quota": size}, by, dry_run)


def mark_as_test(
    tenant: Tenant, is_test: bool, *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """Whether each page says that the site is a try, and search engines are told to leave it."""
    return _change("test", tenant, {"is_test": is_test}, by, dry_run)


def set_maintenance(
    tenant: Tenant, on: bool, note: str = "", *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """Whether the site says that work goes on, with ``note``, to everybody, staff included.

    :raises NotForOperators: it is the operators' own.
    """
    _refuse_operators(tenant)
    values = {"maintenance": on, "maintenance_note": note if on else ""}
    return _change("maintenance", tenant, values, by, dry_run)


def set_maintenance_for_all(
    on: bool, note: str = "", *, by: UUID | None = None, dry_run: bool = False
) -> list[Change]:
    """All sites but the operators' own, which stay open to end it."""
    sites = Tenant.objects.exclude(kind=TenantKind.OPERATOR)
    return [set_maintenance(site, on, note, by=by, dry_run=dry_run) for site in sites]


def _refuse_operators(tenant: Tenant) -> None:
    if tenant.kind == TenantKind.OPERATOR:
        raise NotForOperators(_("The operators' own site is never closed."))


def _change(
    action: str, tenant: Tenant, values: dict[str, Any], by: UUID | None, dry_run: bool
) -> Change:
    before = {name: getattr(tenant, name) for name in values}
    change = Change(action, tenant.name, _plain(before), _plain(values))
    _check(tenant, values)
    if not change or dry_run:
        return change
    for name, value in values.items():
        setattr(tenant, name, value)
    with atomic():
        # Not save(): that refuses another schema, and the console has one of its own.
        Tenant.objects.filter(pk=tenant.pk).update(**values)
        record_act(
            action, tenant, by=by, before=change.before, after=change.after, site=change.site
        )
    registry.expire()
    return change


def _check(tenant: Tenant, values: dict[str, Any]) -> None:
    problems: dict[str, list[str]] = {}
    for name, value in values.items():
        try:
            Tenant._meta.get_field(name).clean(value, tenant)
        except ValidationError as error:
            problems[name] = error.messages
    if problems:
        raise ValidationError(problems)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON holds it."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }
