"""The admin's page of invitations: whom, again, back; each as far as one's own rights go."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.adminsite.helpers import menu_names
from tests.queries import counted_queries
from verbund.accounts.domain import invitations
from verbund.accounts.models import Invitation, User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
LIST = "/admin/invitations/"
NEW = "/admin/invitations/new/"


@pytest.fixture
def admin(dortmund: Tenant, client_for: Clients, staff: Staff) -> Client:
    return client_for(dortmund, staff(dortmund, "Administration"))


def group(tenant: Tenant, name: str) -> Group:
    with tenant_context(tenant):
        return Group.objects.get(name=name)


def form(tenant: Tenant, role: str = "Redaktion", **values: object) -> dict[str, object]:
    return {"email": "Neu@Dortmund.test", "role": group(tenant, role).pk} | values


def waiting(
    tenant: Tenant, email: str = "neu@dortmund.test", name: str = "Redaktion"
) -> Invitation:
    with tenant_context(tenant):
        return invitations.invite(email, Group.objects.get(name=name), by=None)


def test_an_admin_invites_and_sees_it_in_the_list(admin: Client, dortmund: Tenant) -> None:
    response = admin.post(NEW, form(dortmund, first_name="Nele"))
    shown = admin.get(LIST).content.decode()

    assert response["Location"] == LIST
    assert [message.to for message in mail.outbox] == [["neu@dortmund.test"]]
    assert "Nele" in shown
    assert "als Redaktion" in shown
    assert "eingeladen von Admin Dortmund" in shown


def test_an_address_with_an_account_is_told_at_its_field(admin: Client, dortmund: Tenant) -> None:
    response = admin.post(NEW, form(dortmund, email="editor@dortmund.test"))

    html = response.content.decode()
    assert response.status_code == 200
    assert "Diese Adresse hat schon ein Konto." in html
    assert 'value="editor@dortmund.test"' in html
    assert mail.outbox == []


def test_a_role_with_more_rights_is_not_offered_and_not_taken(
    admin: Client, dortmund: Tenant
) -> None:
    with tenant_context(dortmund):
        strong = Group.objects.create(name="Mehr als alle")
        strong.permissions.add(Permission.objects.get(codename="add_site"))

    offered = admin.get(NEW).content.decode()
    response = admin.post(NEW, form(dortmund, role=strong.name))

    assert "Mehr als alle" not in offered
    assert "Schreibt und veröffentlicht" in offered
    assert response.status_code == 200
    with tenant_context(dortmund):
        assert not Invitation.objects.filter(email="neu@dortmund.test").exists()


def test_an_admin_sends_again_and_withdraws(admin: Client, dortmund: Tenant) -> None:
    invitation = waiting(dortmund)

    admin.post(f"{LIST}{invitation.uuid}/resend/")
    admin.post(f"{LIST}{invitation.uuid}/withdraw/")

    assert len(mail.outbox) == 2
    assert "zurückgezogen" in admin.get(LIST).content.decode()
    assert "neu@dortmund.test" not in admin.get(LIST).content.decode()
    with tenant_context(dortmund):
        invitation.refresh_from_db()
        assert not invitation.is_open


def test_a_keeper_of_accounts_does_not_touch_an_invitation_to_more(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    invitation = waiting(dortmund, name="Administration")
    editor = staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        keepers = Group.objects.create(name="Konten")
        keepers.permissions.add(Permission.objects.get(codename="add_user"))
        editor.groups.add(keepers)
    client = client_for(dortmund, editor)

    shown = client.get(LIST).content.decode()
    refused = client.post(f"{LIST}{invitation.uuid}/withdraw/")

    assert "neu@dortmund.test" in shown
    assert "withdraw" not in shown
    assert refused["Location"] == "/admin/"
    with tenant_context(dortmund):
        invitation.refresh_from_db()
        assert invitation.is_open


def test_another_city_sees_and_touches_none_of_them(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    invitation = waiting(dortmund)
    there = client_for(duesseldorf, staff(duesseldorf, "Administration"))

    assert "neu@dortmund.test" not in there.get(LIST).content.decode()
    assert there.post(f"{LIST}{invitation.uuid}/withdraw/").status_code == 404


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
def test_others_invite_nobody(
    role: str, dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    invitation = waiting(dortmund)
    client = client_for(dortmund, staff(dortmund, role))

    answers = [
        client.get(LIST),
        client.get(NEW),
        client.post(NEW, form(dortmund, "Autor:in", email="x@dortmund.test")),
        client.post(f"{LIST}{invitation.uuid}/resend/"),
        client.post(f"{LIST}{invitation.uuid}/withdraw/"),
    ]

    assert [one["Location"] for one in answers] == ["/admin/"] * 5
    assert len(mail.outbox) == 1
    assert "invitations" not in menu_names(client)


@pytest.mark.parametrize("path", ["resend", "withdraw"])
def test_a_visit_changes_nothing(path: str, admin: Client, dortmund: Tenant) -> None:
    invitation = waiting(dortmund)

    assert admin.get(f"{LIST}{invitation.uuid}/{path}/").status_code == 405


def test_nobody_types_a_password_for_somebody_else(admin: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("wagtailusers_users:add")
    assert admin.get("/admin/users/new/").status_code == 404
    assert f'href="{NEW}' in admin.get("/admin/users/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_queries_whatever_its_length(
    count: int, admin: Client, dortmund: Tenant
) -> None:
    for number in range(count):
        waiting(dortmund, f"{number}@dortmund.test")
    admin.get(LIST)

    with counted_queries() as queries:
        admin.get(LIST)

    assert len(queries) == 20, queries
