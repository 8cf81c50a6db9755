"""Which tenant this thread works for; the only way to enter another."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django_tenants.utils import tenant_context as _tenant_context

from verbund.tenancy.connection import connection
from verbund.tenancy.models import Tenant


class NoTenant(RuntimeError):
    """Code that needs a tenant ran in the public schema."""


class SwitchInsideTransaction(RuntimeError):
    """A tenant was entered inside atomic(): on_commit would then run in the wrong one."""


def maybe_tenant() -> Tenant | None:
    """The current tenant, None in the public schema and for a bare schema."""
    tenant = connection.tenant
    return tenant if isinstance(tenant, Tenant) else None


def current_tenant() -> Tenant:
    """:raises NoTenant: in the public schema or under a bare schema_context."""
    tenant = maybe_tenant()
    if tenant is None:
        raise NoTenant(f"No tenant is entered (schema {connection.schema_name}).")
    return tenant


@contextmanager
def tenant_context(tenant: Tenant) -> Iterator[Tenant]:
    """Works for this tenant inside the block; enter it first, then open a transaction.

    :raises SwitchInsideTransaction: entered from another tenant inside atomic().
    """
    if connection.schema_name != tenant.schema_name and _in_transaction():
        raise SwitchInsideTransaction(
            f"Enter {tenant.schema_name} before atomic(), not inside it "
            f"(now in {connection.schema_name})."
        )
    with _tenant_context(tenant):
        yield tenant


def each_tenant(**filters: object) -> Iterator[Tenant]:
    """Enters one tenant after the other; ``filters`` as for Tenant.objects.filter."""
    for tenant in list(Tenant.objects.filter(**filters).order_by("schema_name")):
        with tenant_context(tenant):
            yield tenant


def _in_transaction() -> bool:
    # A test's own transaction wraps everything and never commits: it does not count.
    blocks: list[Any] = list(connection.atomic_blocks)
    return any(not block._from_testcase for block in blocks)
