"""Mails that the demo wrote into its folder instead of sending them."""

import email
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings

_SEPARATOR = re.compile(rb"\n-{79}\n")


@dataclass(frozen=True)
class Mail:
    """One mail; ``name`` is its address at `/mail/<name>/`."""

    name: str
    sent: datetime
    sender: str
    to: str
    subject: str
    text: str


def sent_mails() -> list[Mail]:
    """All mails, newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    mails = [mail for file in sorted(folder.glob("*.log")) for mail in _mails_in(file)]
    return sorted(mails, key=lambda mail: mail.sent, reverse=True)


def find_mail(name: str) -> Mail | None:
    return next((mail for mail in sent_mails() if mail.name == name), None)


def _mails_in(file: Path) -> list[Mail]:
    parts = [part for part in _SEPARATOR.split(file.read_bytes()) if part.strip()]
    return [_mail(f"{file.stem}-{number}", part) for number, part in enumerate(parts)]


def _mail(name: str, raw: bytes) -> Mail:
    message = email.message_from_bytes(raw, _class=EmailMessage, policy=default)
    body = message.get_body(("plain", "html"))
    return Mail(
        name=name,
        sent=_aware(parsedate_to_datetime(message["Date"])),
        sender=str(message["From"]),
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=body.get_content() if body else "",
    )


def _aware(moment: datetime) -> datetime:
    """Django writes the zone as -0000, UTC from nowhere, which reads as no zone at all."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
