"""What the pool holds of people who borrow, and for how long.

What was lent for money, or came back broken, is evidence of the association's accounts: the law
(§ 147 AO, § 257 HGB) has it kept for eight years after the year in which it was made. All else
goes when it is of no more use.
"""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.resources.domain.forgetting import (
    ASKED_IN_VAIN,
    LENT,
    forget_lent,
    forget_vain,
    lent_long_ago,
    must_stay_until,
    strip,
    vain_long_ago,
)
from plugins.resources.domain.wording import line_words
from plugins.resources.models import Handover, Request
from verbund.plugin import Erasure, Kept, PersonalData, PersonalRecord, Retention


def _of(email: str) -> "QuerySet[Request]":
    return Request.objects.filter(Q(email__iexact=email) | Q(account__email=email))


def export(email: str) -> Iterator[PersonalRecord]:
    for request in _of(email).prefetch_related("lines__article", "lines__room", "lines__kit"):
        data = {
            str(_("organisation")): request.organisation_name,
            str(_("name")): request.name,
            str(_("e-mail address")): request.email,
            str(_("phone")): request.phone,
            str(_("occasion")): request.occasion,
            str(_("note of the borrower")): request.note,
            str(_("asked")): request.created,
            str(_("status")): str(request.get_status_display()),
            str(_("lines")): [line_words(line) for line in request.lines.all()],
            str(_("what happened")): [str(step) for step in request.steps.all()],
            str(_("signed")): [str(one) for one in _signed(request)],
        }
        yield PersonalRecord(_("Request %s") % request.number, data)


def _signed(request: Request) -> "QuerySet[Handover]":
    return request.handovers.exclude(signature="")


def erase(email: str, dry_run: bool) -> Erasure:
    """Requests that bind nobody go; evidence stays as long as it must, running loans until then."""
    gone, kept = [], []
    for request in _of(email):
        until, why = must_stay_until(request)
        title = _("Request %s") % request.number
        if until is not None:
            kept.append(Kept(title, why, until))
            continue
        gone.append(title)
        if not dry_run:
            strip(request)
    return Erasure(tuple(gone), tuple(kept))


def _days(life: dt.timedelta) -> int:
    return life.days


personal_data = (PersonalData("resources", _("Requests and loans"), export, erase, order=60),)
retentions = (
    Retention(
        "vain_requests",
        _("Requests that came to nothing"),
        _days(ASKED_IN_VAIN),
        _("So that somebody who asks again is known, and questions can be answered."),
        lambda: vain_long_ago(timezone.now()).count(),
        forget_vain,
        order=60,
    ),
    Retention(
        "lent_requests",
        _("Loans that are over"),
        _days(LENT),
        _("Evidence of the accounts: § 147 AO, eight years after the end of the year."),
        lambda: lent_long_ago(timezone.now()).count(),
        forget_lent,
        order=61,
    ),
)
