"""The operators' console: accounts and nothing that has to do with pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client

from tests.adminsite.helpers import menu_names
from verbund.accounts.models import User
from verbund.onboarding.domain.onboard import onboard
from verbund.onboarding.domain.recipes import load_recipe
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

RECIPE = Path(settings.TENANTS_DIR) / "betrieb" / "tenant.toml"


@pytest.fixture
def console(own_database: str) -> Tenant:
    recipe = load_recipe(RECIPE)
    return onboard(recipe, status=TenantStatus.READY, invite=False).tenant


@pytest.fixture
def operator(console: Tenant, settings: Any) -> User:
    settings.VERBUND_DEMO = True
    with tenant_context(console):
        user = User.objects.create_user("wer@verbund.test", "ein-langes-passwort")
        user.groups.add(Group.objects.get(name="Administration"))
    return user


def test_an_operator_finds_accounts_and_no_pages(
    console: Tenant, operator: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(console, operator)

    names = menu_names(client)

    assert "users" in names
    assert names & {"explorer", "images", "documents", "site", "reports", "redirects"} == set()
    assert "Nichts wartet auf Sie." in client.get("/admin/").content.decode()


def test_outside_the_demo_an_operator_needs_a_second_factor(
    console: Tenant, operator: User, client_for: Callable[..., Client], settings: Any
) -> None:
    settings.VERBUND_DEMO = False

    response = client_for(console, operator).get("/admin/")

    assert response["Location"] == "/anmeldung/sicherheit/"


def test_the_public_part_leads_to_the_console(
    console: Tenant, client_for: Callable[..., Client]
) -> None:
    assert client_for(console).get("/")["Location"] == "/betrieb/"
