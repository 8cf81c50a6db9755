"""Invitations: by mail, for a role, once, for a week, at one city alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from verbund.accounts.domain import invitations
from verbund.accounts.domain.invitations import BeyondReach, NotPossible
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import Invitation, User
from verbund.common.limits import TooMany
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
PASSWORD = "Kastanien-im-Herbst-7"
NEW = "neu@dortmund.test"


def new_one() -> Invitation:
    """The open invitation to her; onboarding has prepared one for the first admin."""
    return Invitation.objects.get(email=NEW, withdrawn_at=None)


def role(name: str = "Redaktion") -> Group:
    return Group.objects.get(name=name)


def link_in(message: Any) -> str:
    [line] = [line for line in message.body.splitlines() if "/anmeldung/einladung/" in line]
    return str(line.strip())


def path_in(message: Any) -> str:
    return "/" + link_in(message).split("/", 3)[3]


def invited(tenant: Tenant, by: User | None = None, name: str = "Redaktion") -> str:
    """Invites neu@…; returns the path of the link in the mail."""
    with tenant_context(tenant):
        invitations.invite(f"neu@{tenant.schema_name}.test", role(name), by=by)
    return path_in(mail.outbox[-1])


def answer(**values: str) -> dict[str, str]:
    return {
        "first_name": "Neue",
        "last_name": "Kollegin",
        "password": PASSWORD,
        "again": PASSWORD,
    } | values


def test_the_mail_says_who_invites_to_what(dortmund: Tenant, staff: Staff) -> None:
    invited(dortmund, staff(dortmund, "Administration"))

    [message] = mail.outbox
    assert message.to == ["neu@dortmund.test"]
    assert message.subject == "Einladung: Redaktion bei Verband Dortmund"
    assert message.from_email == "Verband Dortmund <post@verbund.example>"
    assert "Admin Dortmund lädt Sie ein" in message.body
    assert "Schreibt und veröffentlicht" in message.body
    assert link_in(message).startswith("http://dortmund.test/anmeldung/einladung/")


def test_the_invited_person_reads_it_and_comes_in(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    path = invited(dortmund, staff(dortmund, "Administration"))
    client = client_for(dortmund)

    page = client.get(path)
    response = client.post(path, answer())

    html = page.content.decode()
    assert "Admin Dortmund lädt Sie ein, am Auftritt von Verband Dortmund mitzuarbeiten" in html
    assert "neu@dortmund.test" in html
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert page["Referrer-Policy"] == "same-origin"
    assert response["Location"] == "/admin/"
    assert "Neue" in client.get("/admin/").content.decode()
    with tenant_context(dortmund):
        user = User.objects.get(email="neu@dortmund.test")
        assert user.check_password(PASSWORD)
        assert [group.name for group in user.groups.all()] == ["Redaktion"]
        assert not user.is_superuser
        acts = ModelLogEntry.objects.filter(action__startswith="verbund.invitation")
        assert [one.action for one in acts] == [Act.INVITATION_ACCEPTED, Act.INVITED]


def test_a_link_is_used_once(dortmund: Tenant, client_for: Clients) -> None:
    path = invited(dortmund)
    client_for(dortmund).post(path, answer())
    again = client_for(dortmund)

    page = again.get(path)
    again.post(path, answer(password="Ganz-anders-2026", again="Ganz-anders-2026"))

    assert page.status_code == 410
    assert "Sie haben schon angenommen" in page.content.decode()
    with tenant_context(dortmund):
        assert User.objects.get(email="neu@dortmund.test").check_password(PASSWORD)


def test_a_link_of_another_city_opens_nothing(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    path = invited(dortmund)
    with tenant_context(dortmund):
        stored = new_one().digest
    with tenant_context(duesseldorf):
        # The same address, the same stored digest: as a careless copy of a schema has it.
        invitations.invite("neu@dortmund.test", role(), by=None)
        Invitation.objects.filter(email=NEW).update(digest=stored)

    response = client_for(duesseldorf).get(path)

    assert response.status_code == 410
    assert client_for(dortmund).get(path).status_code == 200


def test_after_a_week_it_is_over(dortmund: Tenant, client_for: Clients) -> None:
    path = invited(dortmund)
    with tenant_context(dortmund):
        later = timezone.now() - timedelta(seconds=1)
        assert new_one().expires_at > timezone.now() + timedelta(days=6, hours=23)
        Invitation.objects.filter(email=NEW).update(expires_at=later)

    page = client_for(dortmund).get(path)
    client_for(dortmund).post(path, answer())

    assert page.status_code == 410
    assert "Diese Einladung gilt nicht mehr" in page.content.decode()
    with tenant_context(dortmund):
        assert not User.objects.filter(email="neu@dortmund.test").exists()


def test_one_sent_again_ends_the_earlier_link(dortmund: Tenant, client_for: Clients) -> None:
    first = invited(dortmund)
    with tenant_context(dortmund):
        invitations.send(new_one(), by=None)
    second = path_in(mail.outbox[-1])

    assert client_for(dortmund).get(first).status_code == 410
    assert client_for(dortmund).get(second).status_code == 200


def test_one_withdrawn_opens_nothing(dortmund: Tenant, client_for: Clients, staff: Staff) -> None:
    path = invited(dortmund)
    with tenant_context(dortmund):
        invitations.withdraw(new_one(), by=staff(dortmund, "Administration"))

    assert client_for(dortmund).get(path).status_code == 410


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"again": "etwas-anderes"}, "Die beiden Passwörter stimmen nicht überein."),
        ({"password": "kurz", "again": "kurz"}, "Dieses Passwort ist zu kurz."),
        ({"last_name": ""}, "Dieses Feld muss ausgefüllt werden."),
    ],
)
def test_bad_input_gets_an_error_and_keeps_what_was_typed(
    values: dict[str, str], told: str, dortmund: Tenant, client_for: Clients
) -> None:
    response = client_for(dortmund).post(invited(dortmund), answer(**values))

    html = response.content.decode()
    assert response.status_code == 200
    assert told in html
    assert 'value="Neue"' in html
    with tenant_context(dortmund):
        assert new_one().is_open


def test_the_address_of_an_invitation_can_not_be_changed(
    dortmund: Tenant, client_for: Clients
) -> None:
    client_for(dortmund).post(invited(dortmund), answer(email="fremd@dortmund.test"))

    with tenant_context(dortmund):
        assert User.objects.filter(email="neu@dortmund.test").exists()
        assert not User.objects.filter(email="fremd@dortmund.test").exists()


def test_nobody_invites_to_more_than_she_has(dortmund: Tenant, staff: Staff) -> None:
    editor = staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        strong = Group.objects.create(name="Mehr als alle")
        strong.permissions.add(Permission.objects.get(codename="add_site"))

        with pytest.raises(BeyondReach):
            invitations.invite("neu@dortmund.test", role("Administration"), by=editor)
        with pytest.raises(BeyondReach):
            invitations.invite("neu@dortmund.test", strong, by=staff(dortmund, "Administration"))
        assert not Invitation.objects.filter(email=NEW).exists()
    assert mail.outbox == []


def test_an_address_with_an_account_is_told(dortmund: Tenant, staff: Staff) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        with pytest.raises(NotPossible, match="hat schon ein Konto"):
            invitations.invite(author.email.upper(), role(), by=None)
        User.objects.filter(pk=author.pk).update(is_active=False)
        with pytest.raises(NotPossible, match="gesperrt"):
            invitations.invite(author.email, role(), by=None)


def test_an_address_is_invited_once_until_its_time_is_over(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        invitations.invite("neu@dortmund.test", role(), by=None)
        with pytest.raises(NotPossible, match="schon eingeladen"):
            invitations.invite("NEU@dortmund.test", role(), by=None)
        Invitation.objects.filter(email=NEW).update(expires_at=timezone.now())

        second = invitations.invite("neu@dortmund.test", role("Autor:in"), by=None)

        assert new_one() == second


def test_an_account_that_came_meanwhile_is_not_doubled(
    dortmund: Tenant, client_for: Clients
) -> None:
    path = invited(dortmund)
    with tenant_context(dortmund):
        User.objects.create_user("neu@dortmund.test", "ein-langes-passwort")

    response = client_for(dortmund).post(path, answer())

    assert "Diese Adresse hat schon ein Konto." in response.content.decode()
    with tenant_context(dortmund):
        assert User.objects.get(email="neu@dortmund.test").check_password("ein-langes-passwort")


def test_what_somebody_may_no_longer_give_is_taken_back(dortmund: Tenant, staff: Staff) -> None:
    admin = staff(dortmund, "Administration")
    with tenant_context(dortmund):
        admins = invitations.invite("a@dortmund.test", role("Administration"), by=admin)
        authors = invitations.invite("b@dortmund.test", role("Autor:in"), by=admin)
        others = invitations.invite("c@dortmund.test", role("Administration"), by=None)
        admin.groups.set([role("Redaktion")])

        taken = invitations.withdraw_beyond_reach(User.objects.get(pk=admin.pk))

        assert taken == [admins]
        for one in (authors, others):
            one.refresh_from_db()
            assert one.is_open


def test_one_address_gets_five_mails_a_day(dortmund: Tenant, duesseldorf: Tenant) -> None:
    with tenant_context(dortmund):
        invitation = invitations.invite("neu@dortmund.test", role(), by=None)
        for _time in range(4):
            invitations.send(invitation, by=None)
        with pytest.raises(TooMany):
            invitations.send(invitation, by=None)
    with tenant_context(duesseldorf):
        invitations.invite("neu@dortmund.test", role(), by=None)
    assert len(mail.outbox) == 6


def test_who_tries_links_is_stopped(dortmund: Tenant, client_for: Clients) -> None:
    client = client_for(dortmund)

    answers = [client.get("/anmeldung/einladung/geraten/").status_code for _try in range(31)]

    assert answers == [410] * 30 + [429]


def test_a_draft_site_takes_its_first_admin(dortmund: Tenant, client_for: Clients) -> None:
    path = invited(dortmund, name="Administration")
    dortmund.status = "draft"
    dortmund.save()
    client = client_for(dortmund)

    assert client.get(path).status_code == 200
    assert client.post(path, answer())["Location"] == "/admin/"
    assert "Die Betreiber der Plattform laden Sie ein" in mail.outbox[0].body
