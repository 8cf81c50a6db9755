"""Each role sees what it may do and nothing else."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.adminsite.helpers import menu_names
from verbund.accounts.models import User
from verbund.tenancy.models import Tenant

PLATFORM_ONLY = {"sites", "locales", "groups", "workflows", "workflow-tasks", "help", "snippets"}


@pytest.mark.parametrize("role", ["Administration", "Redaktion", "Autor:in"])
def test_nobody_sees_what_the_platform_decides(
    role: str, dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[..., User]
) -> None:
    names = menu_names(client_for(dortmund, staff(dortmund, role)))

    assert names & PLATFORM_ONLY == set()
    assert {"explorer", "images", "documents", "site"} <= names


def test_an_author_has_no_reports_and_no_settings(
    dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[..., User]
) -> None:
    names = menu_names(client_for(dortmund, staff(dortmund, "Autor:in")))

    assert names & {"reports", "settings", "users", "extensions"} == set()


def test_an_editor_has_reports_and_no_users(
    dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[..., User]
) -> None:
    names = menu_names(client_for(dortmund, staff(dortmund, "Redaktion")))

    assert "site-history" in names
    assert names & {"users", "extensions", "page-types-usage"} == set()


def test_an_admin_has_users_and_extensions(
    dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[..., User]
) -> None:
    names = menu_names(client_for(dortmund, staff(dortmund, "Administration")))

    assert {"settings", "users", "extensions", "redirects"} <= names


def test_the_portal_of_a_network_has_the_same_admin(
    netzwerk: Tenant, client_for: Callable[..., Client], staff: Callable[..., User]
) -> None:
    names = menu_names(client_for(netzwerk, staff(netzwerk, "Administration")))

    assert {"explorer", "users", "extensions"} <= names
