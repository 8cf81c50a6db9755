"""Admins keep the accounts of their site, and give nothing that they have not themselves."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client
from django.urls import reverse

from verbund.accounts.models import User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
USERS = "wagtailusers_users"


@pytest.fixture
def admin(dortmund: Tenant, client_for: Clients, staff: Staff) -> Client:
    return client_for(dortmund, staff(dortmund, "Administration"))


def group_id(tenant: Tenant, name: str) -> int:
    with tenant_context(tenant):
        return Group.objects.get(name=name).pk


def form(tenant: Tenant, role: str = "Redaktion", **values: object) -> dict[str, object]:
    return {
        "email": "Neue@Dortmund.test",
        "first_name": "Neue",
        "last_name": "Kollegin",
        "groups": [group_id(tenant, role)],
        "is_active": "on",
    } | values


def edit(user: User) -> str:
    return reverse(f"{USERS}:edit", args=[user.pk])


def test_nobody_becomes_superuser_by_a_form(admin: Client, dortmund: Tenant, staff: Staff) -> None:
    author = staff(dortmund, "Autor:in")

    admin.post(edit(author), form(dortmund, is_superuser="on", is_staff="on"))

    with tenant_context(dortmund):
        changed = User.objects.get(email="neue@dortmund.test")
        assert changed == author
        assert not changed.is_superuser


def test_nobody_chooses_a_password_for_somebody_else(
    admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    typed = {"password1": "Sehr-geheim-2026", "password2": "Sehr-geheim-2026"}

    admin.post(edit(author), form(dortmund, password="Sehr-geheim-2026", **typed))

    with tenant_context(dortmund):
        assert not User.objects.get(pk=author.pk).check_password("Sehr-geheim-2026")


def test_an_address_is_taken_in_any_case(admin: Client, dortmund: Tenant, staff: Staff) -> None:
    author = staff(dortmund, "Autor:in")

    response = admin.post(edit(author), form(dortmund, email="EDITOR@dortmund.test"))

    assert response.status_code == 200
    assert "Diese E-Mail-Adresse hat schon jemand." in response.content.decode()


def test_a_role_with_more_rights_is_not_offered_and_not_taken(
    admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        strong = Group.objects.create(name="Mehr als alle")
        strong.permissions.add(Permission.objects.get(codename="add_site"))

    offered = admin.get(edit(author)).content.decode()
    response = admin.post(edit(author), form(dortmund, groups=[strong.pk]))

    assert "Mehr als alle" not in offered
    assert "Redaktion" in offered
    assert response.status_code == 200
    with tenant_context(dortmund):
        assert [group.name for group in author.groups.all()] == ["Autor:in"]


def test_an_account_that_can_do_more_is_out_of_reach(admin: Client, dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        strong = User.objects.create_superuser("stark@dortmund.test")

    assert admin.get(reverse(f"{USERS}:edit", args=[strong.pk])).status_code == 302
    admin.post(
        reverse(f"{USERS}:edit", args=[strong.pk]), form(dortmund, email="meine@dortmund.test")
    )
    admin.post(reverse(f"{USERS}:delete", args=[strong.pk]))

    with tenant_context(dortmund):
        strong.refresh_from_db()
        assert strong.email == "stark@dortmund.test"


def test_a_keeper_of_users_can_not_make_herself_an_admin(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    editor = staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        keepers = Group.objects.create(name="Konten")
        keepers.permissions.add(
            Permission.objects.get(codename="change_user"),
            Permission.objects.get(codename="access_admin"),
        )
        editor.groups.add(keepers)
    admins = group_id(dortmund, "Administration")

    client_for(dortmund, editor).post(
        reverse(f"{USERS}:edit", args=[editor.pk]), form(dortmund, groups=[admins])
    )

    with tenant_context(dortmund):
        assert not editor.groups.filter(name="Administration").exists()


def test_the_last_admin_stays(admin: Client, dortmund: Tenant, staff: Staff) -> None:
    own = staff(dortmund, "Administration")
    with tenant_context(dortmund):
        User.objects.filter(groups__name="Administration").exclude(pk=own.pk).delete()

    response = admin.post(
        reverse(f"{USERS}:edit", args=[own.pk]), form(dortmund, email="admin@dortmund.test")
    )

    assert "Dies ist das letzte Konto" in response.content.decode()
    with tenant_context(dortmund):
        assert own.groups.filter(name="Administration").exists()


def test_an_admin_closes_an_account(admin: Client, dortmund: Tenant, staff: Staff) -> None:
    author = staff(dortmund, "Autor:in")

    values = form(dortmund, email=author.email)
    del values["is_active"]
    admin.post(reverse(f"{USERS}:edit", args=[author.pk]), values)

    with tenant_context(dortmund):
        author.refresh_from_db()
        assert not author.is_active


def test_the_list_shows_roles_and_no_superusers(admin: Client) -> None:
    html = admin.get(reverse(f"{USERS}:index")).content.decode()

    assert "editor@dortmund.test" in html
    assert "Redaktion" in html
    assert "is_superuser" not in html
    assert "@duesseldorf.test" not in html


@pytest.mark.parametrize("users", [1, 3])
def test_the_list_costs_the_same_queries_whatever_its_length(
    users: int, admin: Client, dortmund: Tenant, django_assert_num_queries: Callable
) -> None:
    with tenant_context(dortmund):
        for number in range(users):
            user = User.objects.create_user(f"{number}@dortmund.test", first_name=str(number))
            user.groups.add(Group.objects.get(name="Redaktion"))
    admin.get(reverse(f"{USERS}:index"))

    with django_assert_num_queries(27):
        admin.get(reverse(f"{USERS}:index"))


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
def test_others_have_no_list_of_users(
    role: str, dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    response = client_for(dortmund, staff(dortmund, role)).get(reverse(f"{USERS}:index"))

    assert response.status_code == 302


def test_the_old_address_is_told_of_a_new_one(
    admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")

    admin.post(edit(author), form(dortmund, "Autor:in", email="neu@dortmund.test"))

    [message] = mail.outbox
    assert message.to == ["author@dortmund.test"]
    assert message.subject == "Ihr Konto bei Verband Dortmund hat eine andere Adresse"
