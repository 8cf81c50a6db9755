"""*Erweiterungen*: what a tenant has, on or off, and its settings."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from dummy_plugin.models import Kind

from verbund.accounts.models import User
from verbund.plugin.gate import is_enabled
from verbund.plugin.settings import plugin_settings
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
LIST = "/admin/extensions/"
SETTINGS = {"per_page": "7", "greeting": "Moin", "colour": "red", "words": "", "share": "1"}


@pytest.fixture
def released(dortmund: Tenant) -> Tenant:
    """Dortmund with the dummy given to it, and off."""
    set_plugin(dortmund, "dummy", enabled=False)
    return dortmund


@pytest.fixture
def admin(dortmund: Tenant, client_for: Clients, staff: Staff) -> Client:
    return client_for(dortmund, staff(dortmund, "Administration"))


def test_lists_what_the_operators_gave_and_nothing_else(
    released: Tenant, duesseldorf: Tenant, admin: Client, client_for: Clients, staff: Staff
) -> None:
    there = client_for(duesseldorf, staff(duesseldorf, "Administration"))

    assert "Tries out every kind" in admin.get(LIST).content.decode()
    assert "Tries out every kind" not in there.get(LIST).content.decode()
    assert there.get(LIST + "dummy/").status_code == 404


def test_switching_on_brings_rights_and_start_pages(released: Tenant, admin: Client) -> None:
    response = admin.post(LIST + "dummy/switch/", {"state": "on"})

    assert response["Location"] == LIST
    assert is_enabled("dummy", released)
    with tenant_context(released):
        assert Kind.objects.filter(name="Seed of dortmund").exists()
        right = Permission.objects.get(codename="change_kind")
        names = right.group_set.values_list("name", flat=True)
        assert set(names) == {"Administration", "Redaktion", "Proben"}


def test_switching_off_deletes_nothing(released: Tenant, admin: Client) -> None:
    admin.post(LIST + "dummy/switch/", {"state": "on"})

    admin.post(LIST + "dummy/switch/", {"state": "off"})

    assert not is_enabled("dummy", released)
    with tenant_context(released):
        assert Kind.objects.exists()


def test_what_was_not_given_is_not_switched(
    duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    there = client_for(duesseldorf, staff(duesseldorf, "Administration"))

    assert there.post(LIST + "dummy/switch/", {"state": "on"}).status_code == 404
    assert not is_enabled("dummy", duesseldorf)


def test_settings_are_saved_and_an_error_keeps_what_was_typed(
    released: Tenant, admin: Client
) -> None:
    admin.post(LIST + "dummy/switch/", {"state": "on"})

    wrong = admin.post(LIST + "dummy/", SETTINGS | {"per_page": "500"})
    right = admin.post(LIST + "dummy/", SETTINGS)

    assert wrong.status_code == 200
    assert 'value="500"' in wrong.content.decode()
    assert right["Location"] == LIST
    assert plugin_settings("dummy", released).per_page == 7
    assert admin.get("/admin/dummy/hello/").content == b"Moin"


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
def test_only_admins_come_here(
    role: str, released: Tenant, client_for: Clients, staff: Staff
) -> None:
    client = client_for(released, staff(released, role))

    assert client.get(LIST).status_code == 302
    assert client.post(LIST + "dummy/switch/", {"state": "on"}).status_code == 302
    assert not is_enabled("dummy", released)
