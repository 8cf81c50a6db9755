"""The mails that the demo shows instead of sending them."""

from datetime import UTC
from pathlib import Path

from django.core.mail import EmailMessage, get_connection
from pytest_django import Settings

from verbund.onboarding.demo_site.mailbox import find_mail, sent_mails

FILES = "django.core.mail.backends.filebased.EmailBackend"


def test_shows_what_was_written_to_the_folder(tmp_path: Path, settings: Settings) -> None:
    settings.EMAIL_FILE_PATH = tmp_path
    first = EmailMessage("Prüfung nötig", "Bitte lesen: http://a.localhost/", to=["r@a.example"])
    second = EmailMessage("Freigegeben", "Fertig.", to=["b@a.example"])

    get_connection(FILES).send_messages([first, second])

    mails = sent_mails()
    assert {mail.subject: mail.to for mail in mails} == {
        "Prüfung nötig": "r@a.example",
        "Freigegeben": "b@a.example",
    }
    assert {mail.sent.tzinfo for mail in mails} == {UTC}
    assert find_mail(mails[0].name) == mails[0]


def test_an_empty_folder_has_none(tmp_path: Path, settings: Settings) -> None:
    settings.EMAIL_FILE_PATH = tmp_path / "nothing"

    assert sent_mails() == []
    assert find_mail("20260101-000000-1-0") is None
