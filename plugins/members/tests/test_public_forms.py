"""What everybody may send: errors, claims, “please add us”, subscriptions; and what is refused."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plugins.members.domain.subscriptions import subscribe, tell_all
from plugins.members.enums import Status
from plugins.members.models import Application, Claim, ErrorReport, Organisation, Subscription
from plugins.members.public_forms import LONGEST, STARTED
from plugins.members.tests.clock import at
from plugins.members.tests.factories import entry
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
APPLICATION = {
    "name": "Neuer Verein",
    "summary": "Wir tanzen.",
    "person": "Nina",
    "email": "nina@verein.example",
    "message": "Ruft an.",
    "agreed": "on",
}


def started(seconds_ago=60):
    return STARTED.sign(int(timezone.now().timestamp()) - seconds_ago)


@pytest.fixture
def client(client_for, dortmund):
    with tenant_context(dortmund):
        entry("Testverein")
    return client_for(dortmund)


@pytest.fixture
def send(client, dortmund):
    def run(path, **data):
        with tenant_context(dortmund):
            token = data.pop("started", None) or started()
        return client.post(path, {"started": token, "nickname": "", **data})

    return run


def link_in(letter, part):
    return re.findall(rf"https?://[^/\s]+(/mitglieder/{part}/\S+/)", letter.body)[0]


def test_an_error_is_reported(send, client, dortmund):
    assert "Fehler melden" in client.get("/mitglieder/testverein/").content.decode()
    answer = send("/mitglieder/testverein/fehler-melden/", text="Falsche Nummer.")

    assert answer["Location"] == "/mitglieder/gesendet/"
    assert "angekommen" in client.get(answer["Location"]).content.decode()
    with tenant_context(dortmund):
        assert ErrorReport.objects.get().text == "Falsche Nummer."


def test_a_claim(send, dortmund):
    path = "/mitglieder/testverein/gehoert-uns/"
    typed = {"name": "Carla", "email": "c@verein.example", "role": "Vorsitz"}

    refused = send(path, **typed)
    assert 'id="id_agreed_error"' in refused.content.decode()
    assert 'value="Carla"' in refused.content.decode()
    assert send(path, **typed, agreed="on").status_code == 302

    with tenant_context(dortmund):
        assert Claim.objects.get().organisation.name == "Testverein"


def test_please_add_us(send, client, dortmund):
    send("/mitglieder/aufnahme/", **APPLICATION)
    path = link_in(mail.outbox[-1], "aufnahme")

    with tenant_context(dortmund):
        assert Organisation.objects.filter(status=Status.APPLICANT).count() == 0
    assert "Neuer Verein" in client.get(path).content.decode()
    with tenant_context(dortmund):
        assert Organisation.objects.filter(status=Status.APPLICANT).count() == 0
    for _again in range(2):
        assert "bestätigt" in client.post(path).content.decode()

    with tenant_context(dortmund):
        made = Organisation.objects.get(status=Status.APPLICANT)
        assert (made.name, made.shown, made.notes) == ("Neuer Verein", False, "Ruft an.")
        assert made.responsibles.get().email == "nina@verein.example"
    assert client.get("/mitglieder/neuer-verein/").status_code == 404


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"nickname": "Bot"}, "nicht nach einem Menschen"),
        ({"started": "0"}, "zu lange offen"),
    ],
    ids=["honeypot", "no-time"],
)
def test_machines_are_told_no(send, data, told, dortmund):
    page = send("/mitglieder/aufnahme/", **{**APPLICATION, **data})

    assert told in page.content.decode()
    with tenant_context(dortmund):
        assert Application.objects.count() == 0


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "sehr schnell"), (LONGEST + 60, "zu lange")], ids=["fast", "late"]
)
def test_the_time_between_page_and_sending(send, dortmund, seconds, told):
    begun = timezone.now()
    with tenant_context(dortmund), at(begun):
        token = started(0)

    with at(begun + timedelta(seconds=seconds)):
        page = send("/mitglieder/aufnahme/", **APPLICATION, started=token).content.decode()

    assert told in page
    again = re.findall(r'name="started" value="([^"]+)"', page)[0]
    with at(begun + timedelta(seconds=seconds + 10)):
        answer = send("/mitglieder/aufnahme/", **APPLICATION, started=again)
    assert answer.status_code == 302


def test_too_many(send):
    answers = [send("/mitglieder/aufnahme/", **APPLICATION).status_code for _n in range(11)]

    assert answers[-2:] == [302, 429]


def test_mails_about_changes(send, client, dortmund):
    send("/mitglieder/abo/", email="Leser@example.org")
    path = link_in(mail.outbox[-1], "abo/ja")
    assert "leser@example.org" in client.get(path).content.decode()
    with tenant_context(dortmund):
        assert Subscription.objects.get().confirmed_at is None
    client.post(path)

    with tenant_context(dortmund):
        tell_all()
        assert len(mail.outbox) == 1
        entry("Neuer Kreis")
        tell_all()
        tell_all()

    assert len(mail.outbox) == 2
    letter = mail.outbox[-1]
    assert "/mitglieder/neuer-kreis/" in letter.body
    assert "Testverein" not in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    one_click = letter.extra_headers["List-Unsubscribe"].strip("<>").partition(".test")[2]
    shown = client.get(one_click)
    assert "Abbestellen" in client.get(shown["Location"]).content.decode()
    for _again in range(2):
        assert client.post(one_click, {"List-Unsubscribe": "One-Click"}).status_code == 200
    with tenant_context(dortmund):
        assert Subscription.objects.count() == 0


def test_who_has_it_gets_the_way_out(send, client, dortmund):
    for _twice in range(2):
        send("/mitglieder/abo/", email="leser@example.org")
        with tenant_context(dortmund):
            Subscription.objects.update(confirmed_at=timezone.now())

    path = link_in(mail.outbox[-1], "abo/ende")
    assert "Keine E-Mails mehr an leser@example.org?" in client.get(path).content.decode()
    client.post(path)
    assert "Erledigt" in client.get(path).content.decode()


def test_links_of_another_city_are_none_here(client_for, duesseldorf, dortmund):
    with tenant_context(dortmund):
        subscribe("leser@example.org")
    path = link_in(mail.outbox[-1], "abo/ja")
    there = client_for(duesseldorf)

    answer = there.post(path)

    assert answer.status_code == 410
    assert "gehört zu einer anderen Seite" in answer.content.decode()
    assert there.post("/api/v1/members/abo/unbekannt").status_code == 404
    with tenant_context(dortmund):
        assert Subscription.objects.get().confirmed_at is None


def test_a_link_whose_time_is_over(client, dortmund):
    with tenant_context(dortmund), at(timezone.now() - timedelta(days=8)):
        subscribe("leser@example.org")

    answer = client.get(link_in(mail.outbox[-1], "abo/ja"))

    assert answer.status_code == 410
    assert "abgelaufen" in answer.content.decode()
