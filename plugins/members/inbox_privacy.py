"""What the directory's inbox holds of people, and how long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.members.domain import applications, subscriptions
from plugins.members.models import (
    Application,
    Asking,
    Claim,
    ErrorReport,
    MailProblem,
    Proposal,
    Subscription,
)
from verbund.plugin import Erasure, PersonalData, PersonalRecord, Retention

KEPT_DAYS = 365
# Model, what people call it, and which of its fields tell something of the person.
KINDS: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
    (Proposal, _("Changes to an entry"), ("by", "changed_at")),
    (Claim, _("Claim of an entry"), ("name", "role", "message", "at")),
    (Asking, _("Asked whether an entry is true"), ("begun_on", "answered_on")),
    (MailProblem, _("A mail that did not arrive"), ("at",)),
    (Application, _("“Please add us”"), ("name", "person", "summary", "message", "at")),
    (Subscription, _("Mails about the directory"), ("at", "confirmed_at")),
    (ErrorReport, _("Error reported"), ("text", "at")),
)


def export(email: str) -> Iterator[PersonalRecord]:
    for model, label, fields in KINDS:
        for row in model.objects.filter(email__iexact=email):
            names = {name: str(model._meta.get_field(name).verbose_name) for name in fields}
            yield PersonalRecord(label, {names[name]: getattr(row, name) for name in fields})


def erase(email: str, dry_run: bool) -> Erasure:
    """All of it goes; what she changed in an entry stays there, it is the organisation's."""
    gone = []
    for model, label, _fields in KINDS:
        rows = model.objects.filter(email__iexact=email)
        if rows.exists():
            gone.append(label)
            if not dry_run:
                rows.delete()
    return Erasure(tuple(gone))


def _old() -> list[Any]:
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    return [
        Claim.objects.filter(done_at__lt=before),
        ErrorReport.objects.filter(done_at__lt=before),
        MailProblem.objects.filter(done_at__lt=before),
        Proposal.objects.filter(decided_at__lt=before),
        Asking.objects.filter(begun_on__lt=before.date()),
    ]


def _count_old() -> int:
    return sum(rows.count() for rows in _old())


def _drop_old() -> int:
    return sum(rows.delete()[0] for rows in _old())


def _drop(over: Any) -> int:
    rows = over()
    for row in rows:
        row.delete()
    return len(rows)


personal_data = (PersonalData("members_inbox", _("Inbox of the directory"), export, erase),)
retentions = (
    Retention(
        "members_inbox",
        _("Claims, errors and changes that were dealt with"),
        KEPT_DAYS,
        _("To answer when somebody asks back."),
        _count_old,
        _drop_old,
    ),
    Retention(
        "members_applications",
        _("“Please add us”"),
        applications.LIFE.days,
        _("The applicant is in the directory by then, or never confirmed it."),
        lambda: len(applications.over()),
        lambda: _drop(applications.over),
    ),
    Retention(
        "members_subscriptions",
        _("Mails about the directory, not confirmed"),
        subscriptions.LIFE.days,
        _("Nobody confirmed the address."),
        lambda: len(subscriptions.unconfirmed()),
        lambda: _drop(subscriptions.unconfirmed),
    ),
)
