"""“Stimmt Ihr Eintrag noch?”: when people are asked and reminded, and the link of the mail."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.utils import timezone

from plugins.members.domain import confirmation
from plugins.members.models import Asking, Organisation, Proposal, Responsible
from plugins.members.tests.clock import at
from plugins.members.tests.factories import entry, months_ago
from plugins.members.tests.helpers import fields_of
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
PEOPLE = [{"email": "a@verein.example", "name": "Ada"}]


def made(**values):
    usual = {"responsibles": PEOPLE, "confirmed_on": months_ago(13)}
    return entry("Testverein", **{**usual, **values})


def path_of(letter):
    return re.findall(r"https?://[^/\s]+(/mitglieder/eintrag/\S+/)", letter.body)[0]


@pytest.fixture
def asked(dortmund):
    with tenant_context(dortmund):
        organisation = made()
        confirmation.ask_all()
    return organisation


def test_one_click_confirms(client_for, dortmund, asked):
    client, path = client_for(dortmund), path_of(mail.outbox[-1])

    assert "Ja, alles stimmt" in client.get(path).content.decode()
    with tenant_context(dortmund):
        assert Organisation.objects.get().confirmed_on < timezone.localdate()
    page = client.post(path, follow=True).content.decode()

    assert "Mehr ist nicht zu tun" in page
    with tenant_context(dortmund):
        now = Organisation.objects.get()
        assert (now.confirmed_on, now.confirmed_by) == (timezone.localdate(), "Ada")
        assert Asking.objects.get().answered_on == timezone.localdate()
    assert "Mehr ist nicht zu tun" in client.get(path).content.decode()


def test_the_form_without_an_account(client_for, dortmund, asked):
    client, path = client_for(dortmund), path_of(mail.outbox[-1])
    data = fields_of(client.get(f"{path}was/")) | {"summary": "Neu."}

    answer = client.post(f"{path}was/", data)
    assert answer["Location"] == f"{path}themen/"
    review = client.get(f"{path}pruefen/").content.decode()
    assert "Neu." in review
    client.post(f"{path}pruefen/")

    with tenant_context(dortmund):
        proposal = Proposal.objects.get(organisation=asked)
        assert (proposal.by, proposal.email, proposal.status) == ("Ada", "a@verein.example", "sent")


def test_reminders_at_14_and_28_days_and_no_more(in_dortmund):
    made()
    begun = timezone.now()
    sent = []
    for day in (0, 1, 13, 14, 15, 28, 29, 60):
        before = len(mail.outbox)
        with at(begun + dt.timedelta(days=day)):
            confirmation.ask_all()
        if len(mail.outbox) > before:
            sent.append(day)

    assert sent == [0, 14, 28]


def test_who_has_confirmed_is_not_asked(in_dortmund):
    made(confirmed_on=timezone.localdate().isoformat())

    confirmation.ask_all()

    assert mail.outbox == []


def test_over_the_year(in_dortmund):
    days = set()
    for number in range(24):
        organisation = entry(f"Verein {number}", confirmed_on=None)
        days.add(confirmation.due_on(organisation).month)

    assert len(days) >= 6


def test_not_more_than_so_many_a_day(in_dortmund, monkeypatch):
    monkeypatch.setattr(confirmation, "MOST_A_DAY", 2)
    for number in range(4):
        entry(f"Verein {number}", responsibles=PEOPLE, confirmed_on=months_ago(13))

    confirmation.ask_all()

    assert len(mail.outbox) == 2


def test_who_was_taken_off_can_do_nothing_with_an_old_mail(client_for, dortmund, asked):
    with tenant_context(dortmund):
        Responsible.objects.all().delete()
    client, path = client_for(dortmund), path_of(mail.outbox[-1])

    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410
    assert client.get(f"{path}was/").status_code == 410


def test_a_link_of_another_city(client_for, duesseldorf, asked):
    answer = client_for(duesseldorf).post(path_of(mail.outbox[-1]))

    assert answer.status_code == 410
    assert "gehört zu einer anderen Seite" in answer.content.decode()


def test_a_link_whose_time_is_over(client_for, dortmund):
    with tenant_context(dortmund), at(timezone.now() - confirmation.LIFE - dt.timedelta(days=1)):
        made(confirmed_on=months_ago(30))
        confirmation.ask_all()

    answer = client_for(dortmund).get(path_of(mail.outbox[-1]))

    assert answer.status_code == 410
    assert "abgelaufen" in answer.content.decode()


def test_the_page_says_since_when(client_for, dortmund, asked):
    page = client_for(dortmund).get("/mitglieder/testverein/").content.decode()

    assert "Nicht bestätigt seit" in page
