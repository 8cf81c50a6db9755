"""What the platform alone decides is at no address of a tenant's admin."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from verbund.accounts.models import User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

CLOSED = [
    "wagtailsites:index",
    "wagtailsites:add",
    "wagtailusers_groups:index",
    "wagtailusers_groups:add",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:add",
    "wagtailadmin_workflows:task_index",
]


@pytest.fixture
def superuser(dortmund: Tenant) -> User:
    """What no tenant has: the gate holds even for her."""
    with tenant_context(dortmund):
        return User.objects.create_superuser("super@dortmund.test")


@pytest.mark.parametrize("name", CLOSED)
def test_is_not_there_for_a_superuser(
    name: str, dortmund: Tenant, client_for: Callable[..., Client], superuser: User
) -> None:
    assert client_for(dortmund, superuser).get(reverse(name)).status_code == 404


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_no_bulk_action_goes_round_what_an_admin_may_give(
    action: str, dortmund: Tenant, client_for: Callable[..., Client], superuser: User
) -> None:
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])

    assert client_for(dortmund, superuser).get(address + "?id=1").status_code == 404


def test_locales_have_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("wagtaillocales:index")


def test_a_page_whose_slug_begins_alike_is_not_closed(
    dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[..., User]
) -> None:
    client = client_for(dortmund, staff(dortmund, "Administration"))

    assert client.get(reverse("wagtailusers_users:index")).status_code == 200


def test_no_role_holds_a_permission_on_sites_groups_or_workflows(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        from django.contrib.auth.models import Permission

        held = Permission.objects.filter(group__isnull=False).values_list(
            "content_type__model", "codename"
        )
        models = {model for model, _codename in held}

    assert models & {"site", "group", "locale", "workflow", "task", "groupapprovaltask"} == set()
