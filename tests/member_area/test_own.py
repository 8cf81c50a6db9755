"""Everybody sees and ends her own sessions, and changes her own account, nobody else's."""

import re
from datetime import timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.member_area.helpers import EMAIL, member_client, member_in
from tests.queries import counted_queries
from verbund.accounts.models import User
from verbund.member_area.domain.accounts import clean_up
from verbund.member_area.models import MemberAccount, MemberSession
from verbund.member_area.signals import member_leaves
from verbund.tenancy.context import tenant_context


def test_a_session_can_be_ended_from_another(dortmund):
    one, two = member_client(dortmund), member_client(dortmund)
    with tenant_context(dortmund):
        first = MemberSession.objects.order_by("pk")[0].pk

    two.post(f"/konto/anmeldungen/sitzung/{first}/beenden/")

    assert "form" in one.get("/konto/").context
    assert "form" not in two.get("/konto/").context


def test_each_page_of_the_area_has_its_heading(dortmund):
    client = member_client(dortmund)
    paths = ("", "anmeldungen/", "anmeldungen/name/", "anmeldungen/loeschen/")

    pages = [client.get(f"/konto/{path}").content.decode() for path in paths]

    assert [re.findall(r"<h1>([^<]+)</h1>", page) for page in pages] == [
        ["Konto"],
        ["Anmeldungen"],
        ["Ihr Name"],
        ["Mein Konto löschen"],
    ]


def test_nobody_ends_sessions_of_others(dortmund):
    mine = member_client(dortmund)
    theirs = member_client(dortmund, member_in(dortmund, "andere@verein.example", "Andere"))
    with tenant_context(dortmund):
        session = MemberSession.objects.get(account__email="andere@verein.example").pk

    mine.post(f"/konto/anmeldungen/sitzung/{session}/beenden/")

    assert "form" not in theirs.get("/konto/").context
    assert "Andere" not in mine.get("/konto/anmeldungen/").content.decode()


def test_logging_out_ends_the_session_on_the_server(dortmund):
    client = member_client(dortmund)
    key = client.cookies["konto"].value

    client.post("/konto/abmelden/")

    client.cookies["konto"] = key
    assert "form" in client.get("/konto/").context


def test_a_new_address_is_confirmed_by_mail(dortmund):
    client, other = member_client(dortmund), member_client(dortmund)
    client.post("/konto/anmeldungen/adresse/", {"email": "Neue@verein.example"})
    (message,) = mail.outbox
    [path] = re.findall(r"/konto/adresse/\S+", str(message.body))
    with tenant_context(dortmund):
        assert MemberAccount.objects.get().email == EMAIL

    client.get(path)
    with tenant_context(dortmund):
        assert MemberAccount.objects.get().email == EMAIL, "looking changes nothing"
    client.post(path)

    with tenant_context(dortmund):
        assert MemberAccount.objects.get().email == "neue@verein.example"
    assert message.to == ["neue@verein.example"]
    assert mail.outbox[1].to == [EMAIL]
    assert "form" in other.get("/konto/").context, "other sessions end"
    assert "form" not in client.get("/konto/").context
    assert client.post(path).status_code == 410


def test_an_address_that_is_taken_is_told_to_its_owner_alone(dortmund):
    client = member_client(dortmund)
    member_in(dortmund, "andere@verein.example")

    taken = client.post(
        "/konto/anmeldungen/adresse/", {"email": "andere@verein.example"}, follow=True
    ).content.decode()

    assert "Mail" in taken
    (message,) = mail.outbox
    assert message.to == ["andere@verein.example"]
    assert "/konto/adresse/" not in message.body


def test_leaving_deletes_the_account_and_tells_who_keeps_something(dortmund):
    client = member_client(dortmund)
    told = []

    def hear(sender, account, **kwargs):
        told.append(account.email)

    member_leaves.connect(hear)
    refused = client.post("/konto/anmeldungen/loeschen/", {})
    client.post("/konto/anmeldungen/loeschen/", {"sure": "on"})
    member_leaves.disconnect(hear)

    assert refused.status_code == 200
    assert told == [EMAIL]
    with tenant_context(dortmund):
        assert not MemberAccount.objects.exists()
        assert not MemberSession.objects.exists()


def test_accounts_that_nobody_used_go_after_30_days(dortmund):
    with tenant_context(dortmund):
        old = timezone.now() - timedelta(days=31)
        for email in ("nie@verein.example", "oft@verein.example"):
            MemberAccount.objects.create(email=email)
        MemberAccount.objects.update(created=old)
        MemberAccount.objects.filter(email="oft@verein.example").update(last_login=old)

        clean_up()

        assert [one.email for one in MemberAccount.objects.all()] == ["oft@verein.example"]


def test_a_member_is_nobody_in_the_admin(dortmund, client_for, staff):
    client = member_client(dortmund)
    admin = client_for(dortmund, staff(dortmund, "Administration"))

    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/users/").status_code == 302
    assert EMAIL not in admin.get("/admin/users/").content.decode()
    with tenant_context(dortmund):
        assert not User.objects.filter(email=EMAIL).exists()


def test_staff_are_nobody_in_the_member_area(dortmund, client_for, staff):
    client: Client = client_for(dortmund, staff(dortmund, "Administration"))

    assert "form" in client.get("/konto/").context
    assert client.get("/konto/anmeldungen/").status_code == 302


def test_pages_cost_few_queries(dortmund):
    client = member_client(dortmund)
    client.get("/konto/anmeldungen/")
    with counted_queries() as queries:
        client.get("/konto/anmeldungen/")

    assert len(queries) == 5
