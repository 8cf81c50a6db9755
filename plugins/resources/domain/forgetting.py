"""What is forgotten of borrowers: figures stay, people go."""

import datetime as dt

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from plugins.resources.enums import RUNNING_REQUESTS, RequestStatus
from plugins.resources.models import Damage, Request

ASKED_IN_VAIN = dt.timedelta(days=365)
YEARS = 8
# Eight years and the rest of the year in which it was made.
LENT = dt.timedelta(days=(YEARS + 1) * 366)
VAIN = (RequestStatus.REFUSED, RequestStatus.CANCELLED, RequestStatus.EXPIRED)
FORGOTTEN = "–"


def must_stay_until(request: Request) -> tuple[dt.date | None, StrOrPromise]:
    """Until when a request has to be kept, and why; None: it may go now."""
    if request.status in RUNNING_REQUESTS:
        last = max((line.ends for line in request.lines.all()), default=timezone.now())
        return timezone.localdate(last), _("It still runs.")
    if _is_evidence(request):
        until = dt.date(timezone.localdate(request.created).year + YEARS, 12, 31)
        if until >= timezone.localdate():
            return until, _("Evidence of the accounts, § 147 AO and § 257 HGB.")
    return None, ""


@transaction.atomic
def strip(request: Request) -> None:
    """Takes the person out; how often what was lent stays countable."""
    request.handovers.update(person=FORGOTTEN, signature="", note="")
    request.steps.filter(user=None).update(by="")
    request.steps.update(text="")
    request.name, request.email = FORGOTTEN, ""
    request.phone = request.note = request.staff_note = request.reason = ""
    request.occasion = FORGOTTEN
    request.account = None
    request.save()


def vain_long_ago(now: dt.datetime) -> "QuerySet[Request]":
    return _with_person(now - ASKED_IN_VAIN).filter(status__in=VAIN)


def lent_long_ago(now: dt.datetime) -> "QuerySet[Request]":
    return _with_person(now - LENT).filter(status=RequestStatus.DONE)


def forget_vain() -> int:
    return _strip_all(vain_long_ago(timezone.now()))


def forget_lent() -> int:
    return _strip_all(lent_long_ago(timezone.now()))


def _strip_all(requests: "QuerySet[Request]") -> int:
    found = list(requests)
    for request in found:
        strip(request)
    return len(found)


def _with_person(before: dt.datetime) -> "QuerySet[Request]":
    return Request.objects.filter(created__lt=before).exclude(email="")


def _is_evidence(request: Request) -> bool:
    """Money, or a damage that somebody pays for."""
    if request.status != RequestStatus.DONE:
        return False
    costly = Damage.objects.filter(Q(cost__gt=0), booking__line__request=request)
    return bool(request.total or request.deposit) or costly.exists()
