"""Keeping a mail, delivering it, and trying again with longer and longer pauses."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

from django.core.mail import EmailMessage
from django.utils import timezone

from verbund.mailing.models import OutgoingMail
from verbund.mailing.signals import mail_given_up
from verbund.mailing.stored import ABOUT, dump, load
from verbund.plugin.jobs import enqueue
from verbund.tenancy.mail import TenantEmailBackend

log = logging.getLogger("verbund.mailing")
# After the first try: 1, 5, 15 minutes, 1, 4, 12 hours, a day. Then a person looks at it.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
BATCH = 50
KEPT = timedelta(days=30)


def keep(message: EmailMessage) -> OutgoingMail | None:
    """Writes the mail down, in the transaction of the caller, and wakes the worker."""
    if not message.recipients():
        return None
    about = message.extra_headers.pop(ABOUT, "")
    row = OutgoingMail.objects.create(
        message=dump(message),
        to=", ".join(message.recipients())[:500],
        subject=str(message.subject)[:300],
        about=about,
        next_try=timezone.now(),
    )
    enqueue("mailing.deliver")
    return row


def deliver() -> int:
    """Sends what is due in the current tenant; returns how many the mail server took."""
    return sum(_try(mail) for mail in _due())


def forget() -> int:
    """Deletes what was given up long ago."""
    old = OutgoingMail.objects.filter(next_try=None, created__lt=timezone.now() - KEPT)
    return old.delete()[0]


def try_again(mail: OutgoingMail) -> None:
    """A person asks for one more round."""
    mail.tries, mail.next_try = 0, timezone.now()
    mail.save(update_fields=["tries", "next_try"])
    enqueue("mailing.deliver")


def _due() -> Iterator[OutgoingMail]:
    # Two workers never take the same one; what is locked is being sent.
    yield from OutgoingMail.objects.select_for_update(skip_locked=True).filter(
        next_try__lte=timezone.now()
    )[:BATCH]


def _try(mail: OutgoingMail) -> bool:
    try:
        TenantEmailBackend().send_messages([load(mail.message)])
    except Exception as error:  # whatever a mail server answers, the next mail has its turn
        _failed(mail, error)
        return False
    mail.delete()
    return True


def _failed(mail: OutgoingMail, error: Exception) -> None:
    mail.error = str(error)[:2000]
    mail.tries += 1
    final = _is_final(error) or mail.tries > len(PAUSES)
    mail.next_try = None if final else timezone.now() + PAUSES[mail.tries - 1]
    mail.save(update_fields=["error", "tries", "next_try"])
    # The address stays out of the log: the row says it to those who may know.
    log.warning("Mail %s was not taken (%s), try %s.", mail.pk, type(error).__name__, mail.tries)
    if final:
        mail_given_up.send(OutgoingMail, mail=mail)


def _is_final(error: Exception) -> bool:
    """Whether the server said that it will never take this mail (a code of 500 or more)."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    if isinstance(error, SMTPSenderRefused | SMTPDataError):
        return int(error.smtp_code) >= 500
    return False
