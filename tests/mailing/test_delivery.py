"""A mail waits for its server, goes once, and stays in its city."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, send_mail
from django.db import transaction
from django.utils import timezone

from tests.mailing.smtp_server import running
from verbund.mailing.domain.delivery import PAUSES, deliver, forget, try_again
from verbund.mailing.models import OutgoingMail
from verbund.mailing.signals import mail_given_up
from verbund.tenancy.context import tenant_context


@pytest.fixture(autouse=True)
def kept(settings):
    settings.EMAIL_BACKEND = "verbund.mailing.backend.KeepingEmailBackend"
    settings.VERBUND_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"


@pytest.fixture
def server(settings):
    with running() as server:
        settings.EMAIL_PORT = server.port
        yield server


def _later(mail):
    OutgoingMail.objects.filter(pk=mail.pk).update(next_try=timezone.now() - timedelta(seconds=1))


def test_a_mail_goes_once_with_its_attachment_in_the_citys_name(server, in_dortmund):
    message = EmailMessage("Grüße", "Guten Tag", to=["eins@verein.example"])
    message.attach("termin.ics", "BEGIN:VCALENDAR", "text/calendar")
    message.send()
    assert server.taken == []

    assert deliver() == 1
    assert deliver() == 0

    (mail,) = server.taken
    assert "termin.ics" in mail
    assert "To: eins@verein.example" in mail
    assert not OutgoingMail.objects.exists()


def test_a_page_that_fails_sends_nothing(server, in_dortmund):
    def page():
        with transaction.atomic():
            send_mail("a", "b", None, ["eins@verein.example"])
            raise LookupError

    with pytest.raises(LookupError):
        page()

    assert deliver() == 0
    assert server.taken == []


def test_a_server_that_is_away_is_asked_again(settings, in_dortmund):
    with running() as server:
        settings.EMAIL_PORT = server.port
    send_mail("a", "b", None, ["eins@verein.example"])

    assert deliver() == 0
    mail = OutgoingMail.objects.get()
    assert mail.tries == 1
    assert mail.next_try is not None
    assert mail.next_try > timezone.now()
    assert deliver() == 0, "not before its time"

    with running() as server:
        settings.EMAIL_PORT = server.port
        _later(mail)
        assert deliver() == 1
        assert len(server.taken) == 1


@pytest.mark.parametrize(("answer", "final"), [("550 no such person", True), ("451 later", False)])
def test_what_is_refused_for_good_waits_for_a_person(server, in_dortmund, answer, final):
    given_up = []

    def hear(sender, mail, **kwargs):
        given_up.append(mail.about)

    mail_given_up.connect(hear)
    server.answer_to_recipient = answer
    EmailMessage(
        "a", "b", to=["weg@verein.example"], headers={"X-Verbund-About": "members.remind:7"}
    ).send()

    deliver()
    mail_given_up.disconnect(hear)

    mail = OutgoingMail.objects.get()
    assert (mail.next_try is None) is final
    assert given_up == (["members.remind:7"] if final else [])
    assert answer[4:] in mail.error


def test_it_is_given_up_after_the_last_try_and_tried_anew_when_asked(server, in_dortmund):
    server.answer_to_recipient = "451 later"
    send_mail("a", "b", None, ["eins@verein.example"])
    mail = OutgoingMail.objects.get()
    for _try in range(len(PAUSES) + 1):
        _later(mail)
        deliver()
    mail.refresh_from_db()
    assert mail.next_try is None

    server.answer_to_recipient = "250 ok"
    try_again(mail)

    assert deliver() == 1


def test_one_bad_mail_stops_no_other(server, in_dortmund):
    server.answer_to_recipient = "550 no"
    send_mail("a", "b", None, ["weg@verein.example"])
    deliver()
    server.answer_to_recipient = "250 ok"
    send_mail("a", "b", None, ["da@verein.example"])

    assert deliver() == 1


def test_the_log_names_nobody(server, in_dortmund, caplog):
    server.answer_to_recipient = "550 weg@verein.example is unknown"
    send_mail("a", "b", None, ["weg@verein.example"])

    deliver()

    assert "was not taken" in caplog.text
    assert "verein.example" not in caplog.text


def test_what_was_given_up_is_forgotten_after_a_month(server, in_dortmund):
    server.answer_to_recipient = "550 no"
    send_mail("a", "b", None, ["weg@verein.example"])
    deliver()
    assert forget() == 0
    OutgoingMail.objects.update(created=timezone.now() - timedelta(days=31))

    assert forget() == 1


def test_a_mail_of_one_city_is_none_of_the_others(server, dortmund, duesseldorf):
    with tenant_context(dortmund):
        send_mail("a", "b", None, ["eins@verein.example"])
    with tenant_context(duesseldorf):
        assert deliver() == 0
        send_mail("c", "d", None, ["zwei@verein.example"])
        assert deliver() == 1

    (mail,) = server.taken
    assert "zwei@verein.example" in mail
    assert dortmund.association not in mail


def test_mail_of_the_platform_itself_goes_at_once(server, dortmund):
    assert send_mail("a", "b", None, ["betrieb@verbund.example"]) == 1
    assert len(server.taken) == 1
