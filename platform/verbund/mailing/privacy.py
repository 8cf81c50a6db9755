"""What is held of people in mails that have not been delivered, and how long."""

from collections.abc import Iterator
from email.utils import getaddresses

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verbund.mailing.domain.delivery import KEPT, forget
from verbund.mailing.models import OutgoingMail
from verbund.plugin.contributions import Erasure, PersonalData, PersonalRecord, Retention


def _to(email: str) -> "QuerySet[OutgoingMail]":
    """Mails to this very address: anna@… is not na@…."""
    likely = OutgoingMail.objects.filter(to__icontains=email)
    keys = [
        mail.pk
        for mail in likely
        if email in {address.lower() for _name, address in getaddresses([mail.to])}
    ]
    return OutgoingMail.objects.filter(pk__in=keys)


def export(email: str) -> Iterator[PersonalRecord]:
    for mail in _to(email):
        data = {
            str(_("subject")): mail.subject,
            str(_("written")): mail.created,
            str(_("text")): mail.message["body"],
        }
        yield PersonalRecord(_("Mail that is not delivered"), data)


def erase(email: str, dry_run: bool) -> Erasure:
    mails = _to(email)
    if not mails.exists():
        return Erasure()
    if not dry_run:
        mails.delete()
    return Erasure((_("Mails that are not delivered"),))


def _count() -> int:
    return OutgoingMail.objects.filter(next_try=None, created__lt=timezone.now() - KEPT).count()


personal_data = (PersonalData("mailing", _("Mails"), export, erase, order=30),)
retentions = (
    Retention(
        "mails",
        _("Mails that could not be delivered"),
        KEPT.days,
        _("So that somebody can look after them. Delivered ones are deleted at once."),
        _count,
        forget,
        order=30,
    ),
)
