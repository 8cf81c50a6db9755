"""What `verbund check --deploy` refuses of the accounts that the tenants' schemas hold."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError
from django.db.transaction import atomic

from verbund.accounts.models import User
from verbund.tenancy.connection import connection
from verbund.tenancy.context import each_tenant
from verbund.tenancy.models import Tenant

DEMO_ADDRESSES = ".example"
"""A top-level domain that nobody can own: only the demo's accounts have it."""


@register(Tags.security, deploy=True)
def accounts_are_of_people(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """verbund.E054: an account of the demo; verbund.E055: a superuser in a tenant."""
    if not _is_migrated():
        return []  # a database that is new holds nobody
    return [problem for tenant in each_tenant() for problem in _asked(tenant)]


def _is_migrated() -> bool:
    return Tenant._meta.db_table in connection.introspection.table_names()


def _asked(tenant: Tenant) -> list[CheckMessage]:
    try:
        with atomic():
            return list(_problems_in(tenant))
    except DatabaseError as error:
        return [_not_asked(tenant, error)]


def _problems_in(tenant: Tenant) -> Iterator[CheckMessage]:
    people = list(User.objects.filter(is_active=True).order_by("email"))
    for user in people:
        if user.email.endswith(DEMO_ADDRESSES) and user.has_usable_password():
            yield Error(
                f"{tenant.schema_name} has the demo's account {user.email}, "
                "whose password stands in the README.",
                hint="Run `verbund demo unload`, or take the account away in the admin.",
                id="verbund.E054",
            )
        if user.is_superuser:
            yield Error(
                f"{tenant.schema_name} has a superuser, {user.email}: no role limits her.",
                hint="Give her the role Administration and take superuser away.",
                id="verbund.E055",
            )


def _not_asked(tenant: Tenant, error: DatabaseError) -> CheckMessage:
    return Warning(
        f"The accounts of {tenant.schema_name} were not looked at: {str(error).splitlines()[0]}",
        hint="Run `verbund migrate` and check again.",
        id="verbund.W056",
    )
