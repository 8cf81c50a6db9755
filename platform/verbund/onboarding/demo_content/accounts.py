"""The demo's staff: one a role, with a password that everybody knows."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from verbund.accounts.models import Invitation, User
from verbund.accounts.roles import Role
from verbund.member_area.models import MemberAccount
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

PASSWORD = "verbund-demo"  # noqa: S105  # the demo's, printed at its start
NAMES = {Role.ADMIN: "admin", Role.EDITOR: "redaktion", Role.AUTHOR: "autor"}
MEMBER = "Erika Muster (Demo)"
OPERATOR = "betrieb@verbund.example"


class DemoOnly(RuntimeError):
    """Accounts with a known password are made where VERBUND_DEMO=1 alone."""


def accounts_of(tenant: Tenant) -> dict[str, Role]:
    """Address → role of a tenant's demo staff."""
    if tenant.kind == TenantKind.OPERATOR:
        return {OPERATOR: Role.ADMIN}
    return {f"{name}@{tenant.schema_name}.example": role for role, name in NAMES.items()}


def member_of(tenant: Tenant) -> str:
    """The address of the demo's person of a member organisation."""
    return f"verein@{tenant.schema_name}.example"


def load_accounts(tenant: Tenant, folder: Path, now: datetime) -> None:
    """:raises DemoOnly: this is no demo installation."""
    if not settings.VERBUND_DEMO:
        raise DemoOnly("Set VERBUND_DEMO=1 to load accounts whose password everybody knows.")
    if tenant.kind != TenantKind.OPERATOR:
        MemberAccount.objects.get_or_create(email=member_of(tenant), defaults={"name": MEMBER})
    # The accounts of the demo are made at once: nobody of them has to be invited.
    Invitation.objects.filter(email__in=accounts_of(tenant)).delete()
    for email, role in accounts_of(tenant).items():
        user, _created = User.objects.get_or_create(
            email=email, defaults={"first_name": role.value, "last_name": "(Demo)"}
        )
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=role.value))


def unload_accounts(tenant: Tenant) -> None:
    """Removes them all but the first admin, who keeps an account without a password."""
    MemberAccount.objects.filter(email=member_of(tenant)).delete()
    for email, role in accounts_of(tenant).items():
        user = User.objects.filter(email=email).first()
        if user is None:
            continue
        if role == Role.ADMIN:
            user.set_unusable_password()
            user.save()
        else:
            user.delete()
