"""Accounts go: never used, idle after two mails, or deleted by an admin; what was written stays."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.adminsite.helpers import draft
from verbund.accounts.domain import idle, invitations
from verbund.accounts.domain.people import active_admins
from verbund.accounts.domain.removal import empty_account, remove_account
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import Invitation, User
from verbund.pages.models import StandardPage
from verbund.plugin.jobs import run_job
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]


def account(
    name: str, *, joined: int = 0, seen: int | None = None, role: str = "Redaktion"
) -> User:
    """Made ``joined`` days ago, last seen ``seen`` days ago; call it inside the tenant."""
    user = User.objects.create_user(f"{name}@alt.test", first_name=name, last_name="Alt")
    user.groups.add(Group.objects.get(name=role))
    now = timezone.now()
    user.date_joined = now - timedelta(days=joined)
    user.last_login = None if seen is None else now - timedelta(days=seen)
    user.save()
    return user


def days_pass(user: User, days: int) -> None:
    """The last mail to her was sent so long ago."""
    user.refresh_from_db()
    user.idle_mail_at = timezone.now() - timedelta(days=days)
    user.save()


def emails() -> set[str]:
    return set(User.objects.filter(email__endswith="@alt.test").values_list("email", flat=True))


def test_an_account_never_used_goes_after_thirty_days(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        account("frisch", joined=29)
        account("vergessen", joined=31)
        account("benutzt", joined=31, seen=3)

        idle.remove_never_used()

        assert emails() == {"frisch@alt.test", "benutzt@alt.test"}
        [line] = ModelLogEntry.objects.filter(action=Act.ACCOUNT_REMOVED)
        assert line.data == {"reason": "nie benutzt"}


def test_an_idle_account_gets_two_mails_and_then_goes(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        user = account("still", joined=800, seen=366)
        account("wach", joined=800, seen=364)

        run_job(str(dortmund.uuid), "accounts.remind_idle", {})
        run_job(str(dortmund.uuid), "accounts.remind_idle", {})
        assert [message.to for message in mail.outbox] == [["still@alt.test"]]
        days_pass(user, 29)
        assert idle.to_remind() == []
        days_pass(user, 31)
        assert idle.run_out() == []
        run_job(str(dortmund.uuid), "accounts.remind_idle", {})
        assert len(mail.outbox) == 2
        days_pass(user, 31)
        run_job(str(dortmund.uuid), "privacy.forget", {})

        assert emails() == {"wach@alt.test"}


def test_the_mail_says_what_to_do_and_until_when(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        account("still", joined=800, seen=366)
        idle.remind_idle()

    [message] = mail.outbox
    assert message.subject == "Ihr Konto bei Verband Dortmund wird gelöscht"
    assert "Guten Tag still," in message.body
    assert "http://dortmund.test/admin/" in message.body
    assert "Was Sie geschrieben haben, bleibt im Auftritt" in message.body


def test_who_comes_back_keeps_her_account(dortmund: Tenant, client_for: Clients) -> None:
    with tenant_context(dortmund):
        user = account("still", joined=800, seen=366)
        idle.remind_idle()

    client_for(dortmund, user)

    with tenant_context(dortmund):
        user.refresh_from_db()
        assert (user.idle_mails, user.idle_mail_at) == (0, None)
        assert idle.to_remind() == []


def test_the_last_admin_stays_however_idle(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        User.objects.filter(groups__name="Administration").delete()
        account("eine", joined=800, role="Administration")
        account("zweite", joined=800, role="Administration")

        removed = idle.remove_never_used()

        assert len(removed) == 1
        assert len(active_admins()) == 1


def test_the_demo_keeps_its_accounts(dortmund: Tenant) -> None:
    dortmund.is_demo = True
    with tenant_context(dortmund):
        account("vergessen", joined=31)

        assert idle.never_used() == []


def test_what_she_wrote_keeps_its_author(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        user = account("schreibt", joined=800, seen=500)
        page = draft("Bleibt", user)

        remove_account(user, "lange nicht benutzt")

        page = StandardPage.objects.get(pk=page.pk)
        assert page.owner.get_full_name() == "schreibt Alt"
        assert page.latest_revision.user == page.owner
        assert not page.owner.is_active
        assert "alt.test" not in page.owner.email
        assert page.owner.groups.count() == 0


def test_who_is_erased_leaves_no_name_either(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        user = account("schreibt", joined=800, seen=500)
        page = draft("Bleibt", user)

        empty_account(user)

        assert StandardPage.objects.get(pk=page.pk).owner.get_full_name() == ""


def test_whom_she_invited_is_not_let_in_any_more(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        user = account("laedt-ein", joined=40, role="Administration")
        group = Group.objects.get(name="Administration")
        invitations.invite("neu@alt.test", group, by=user)

        idle.remove_never_used()

        assert not Invitation.objects.get(email="neu@alt.test").is_open


def test_an_admin_deletes_an_account_and_its_page_stays(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    admin, author = staff(dortmund, "Administration"), staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        page = draft("Bleibt", author)
    client = client_for(dortmund, admin)

    client.post(reverse("wagtailusers_users:delete", args=[author.pk]))
    listed = client.get(reverse("wagtailusers_users:index")).content.decode()

    assert "Author Dortmund" not in listed
    with tenant_context(dortmund):
        assert StandardPage.objects.get(pk=page.pk).owner.get_full_name() == "Author Dortmund"
        [line] = ModelLogEntry.objects.filter(action=Act.ACCOUNT_REMOVED)
        assert (line.user, line.label) == (admin, "Author Dortmund")
        assert author.email not in str(list(ModelLogEntry.objects.values("label", "data")))


def test_another_city_is_not_touched(dortmund: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            account("vergessen", joined=31)

    run_job(str(dortmund.uuid), "privacy.forget", {})

    with tenant_context(dortmund):
        assert emails() == set()
    with tenant_context(duesseldorf):
        assert emails() == {"vergessen@alt.test"}


def test_the_command_says_first_and_does_then(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        account("vergessen", joined=31)
        account("still", joined=800, seen=366)

    dry = run("--dry-run", "--tenant", "dortmund")
    real = run("--tenant", "dortmund")

    assert dry[-1] == "2 accounts would be met."
    assert real == [
        "dortmund: vergessen@alt.test never used, removed",
        "dortmund: still@alt.test idle, reminded by mail",
        "2 accounts.",
    ]
    assert dry[:-1] == real[:-1]
    assert [message.to for message in mail.outbox] == [["still@alt.test"]]


def test_the_times_are_settings(dortmund: Tenant, settings: Any) -> None:
    settings.VERBUND_UNUSED_DAYS = 5
    settings.VERBUND_IDLE_DAYS = 10
    with tenant_context(dortmund):
        account("vergessen", joined=6)
        account("still", joined=20, seen=11)

        assert [user.email for user in idle.never_used()] == ["vergessen@alt.test"]
        assert [user.email for user in idle.to_remind()] == ["still@alt.test"]


@pytest.mark.parametrize("column", ["accepted_at", "withdrawn_at", "expires_at"])
def test_invitations_that_are_over_go(column: str, dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        group = Group.objects.get(name="Redaktion")
        invitations.invite("neu@alt.test", group, by=None)
        old = timezone.now() - timedelta(days=31)
        Invitation.objects.filter(email="neu@alt.test").update(**{column: old})

        run_job(str(dortmund.uuid), "privacy.forget", {})

        assert not Invitation.objects.filter(email="neu@alt.test").exists()


def run(*arguments: str) -> list[str]:
    output = StringIO()
    call_command("idle", *arguments, stdout=output)
    return output.getvalue().splitlines()
