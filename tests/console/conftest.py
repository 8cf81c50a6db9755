"""The operators' site, and a browser of an operator.

Most tests make the portal the operators' own; those that make a site have one beside it, in a
database of their own.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.test import Client

from verbund.accounts.models import User
from verbund.onboarding.domain.onboard import onboard
from verbund.onboarding.domain.recipes import load_recipe
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.registry import registry

RECIPE = Path(django_settings.TENANTS_DIR) / "betrieb" / "tenant.toml"


@pytest.fixture
def betrieb(own_database: str, settings: Any) -> Tenant:
    settings.VERBUND_DEMO = True  # without a second factor
    return onboard(load_recipe(RECIPE), status=TenantStatus.READY, invite=False).tenant


@pytest.fixture
def maker(betrieb: Tenant, client_for: Callable[..., Client]) -> Client:
    return client_for(betrieb, colleague(betrieb, "Administration"))


@pytest.fixture
def console(netzwerk: Tenant, settings: Any) -> Tenant:
    settings.VERBUND_DEMO = True
    Tenant.objects.filter(pk=netzwerk.pk).update(kind=TenantKind.OPERATOR)
    registry.expire()
    return Tenant.objects.get(pk=netzwerk.pk)


@pytest.fixture
def maria(console: Tenant) -> User:
    return colleague(console, "Administration")


@pytest.fixture
def operator(console: Tenant, maria: User, client_for: Callable[..., Client]) -> Client:
    return client_for(console, maria)


def colleague(tenant: Tenant, role: str) -> User:
    with tenant_context(tenant):
        user = User.objects.create_user(
            f"{role[0].lower()}@verbund.test", "ein-langes-passwort", first_name="Maria"
        )
        user.groups.add(Group.objects.get(name=role))
    return user
