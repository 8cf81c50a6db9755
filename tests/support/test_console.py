"""The operators' own page: who may ask, for which site, with what reason."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import ModelLogEntry

from tests.adminsite.helpers import menu_names
from tests.support.helpers import REASON, browser, forbid
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.onboarding.domain.onboard import onboard
from verbund.onboarding.domain.recipes import load_recipe
from verbund.support.models import SupportLogin
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

RECIPE = Path(django_settings.TENANTS_DIR) / "betrieb" / "tenant.toml"
PATH = "/admin/support/"


@pytest.fixture
def console(own_database: str, settings: Any) -> Tenant:
    settings.VERBUND_DEMO = True  # without a second factor
    return onboard(load_recipe(RECIPE), status=TenantStatus.READY, invite=False).tenant


def operator_of(console: Tenant, role: str = "Administration") -> User:
    with tenant_context(console):
        user = User.objects.create_user(
            "maria@verbund.test", "ein-langes-passwort", first_name="Maria", last_name="Muster"
        )
        user.groups.add(Group.objects.get(name=role))
    return user


def city(schema: str = "dortmund") -> Tenant:
    return Tenant.objects.get(schema_name=schema)


def choose(client: Client, tenant: Tenant, reason: str = REASON) -> Any:
    return client.post(PATH, {"site": tenant.pk, "reason": reason})


def test_from_the_console_into_a_city_and_out_again(
    console: Tenant, client_for: Callable[..., Client]
) -> None:
    """In real transactions, as a request has them."""
    client = client_for(console, operator_of(console))
    assert "support" in menu_names(client)

    page = choose(client, city()).content.decode()
    link = re.search(r'href="https?://dortmund\.test(?::\d+)?(/anmeldung/support/[^"]+)"', page)
    assert link
    there = browser(city())
    assert there.post(link[1])["Location"] == "/admin/"
    assert "Support: Maria Muster" in there.get("/admin/").content.decode()
    there.post("/anmeldung/support/beenden/")

    assert there.get("/admin/").status_code == 302
    with tenant_context(console):
        line = ModelLogEntry.objects.get(action=Act.SUPPORT_ASKED)
        assert line.message == f"Support-Anmeldung bei Dortmund vorbereitet. Grund: {REASON}"
        assert not SupportLogin.objects.exists()


def test_what_is_wrong_is_said_and_what_was_typed_stays(
    console: Tenant, client_for: Callable[..., Client]
) -> None:
    client = client_for(console, operator_of(console))
    forbid(city("duesseldorf"))

    refused = choose(client, city("duesseldorf"))
    short = choose(client, city(), reason="Hilfe")

    assert "lässt keinen Support zu" in refused.content.decode()
    assert REASON in refused.content.decode()
    assert short.context["form"].errors["reason"]
    assert "link" not in short.context
    with tenant_context(city()):
        assert not SupportLogin.objects.exists()


def test_neither_the_console_nor_a_suspended_site_is_offered(
    console: Tenant, client_for: Callable[..., Client]
) -> None:
    Tenant.objects.filter(schema_name="duesseldorf").update(status=TenantStatus.SUSPENDED)

    page = client_for(console, operator_of(console)).get(PATH)

    assert [one.name for one in page.context["form"].fields["site"].queryset] == [
        "Dortmund",
        "Netzwerk",
    ]


def test_who_does_not_look_after_the_platform_asks_for_nothing(
    console: Tenant, client_for: Callable[..., Client]
) -> None:
    client = client_for(console, operator_of(console, "Redaktion"))

    assert client.get(PATH).status_code == 302
    assert choose(client, city()).status_code == 302
    assert "support" not in menu_names(client)


def test_an_operator_without_second_factor_is_led_to_one(
    console: Tenant, client_for: Callable[..., Client], settings: Any
) -> None:
    client = client_for(console, operator_of(console))
    settings.VERBUND_DEMO = False

    assert choose(client, city())["Location"] == "/anmeldung/sicherheit/"


def test_no_city_has_this_page(
    dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[[Tenant, str], User]
) -> None:
    client = client_for(dortmund, staff(dortmund, "Administration"))

    assert client.get(PATH).status_code == 404
    assert choose(client, dortmund).status_code == 404
    assert "support" not in menu_names(client)
