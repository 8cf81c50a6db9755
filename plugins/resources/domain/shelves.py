"""What staff have to do: which requests lie on which shelf, and how many."""

import datetime as dt

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.resources.enums import BookingState, LineStatus, RequestStatus
from plugins.resources.models import Booking, Damage, Line, Request

AHEAD = dt.timedelta(days=1)
"""What goes out or comes back until tomorrow evening is to do today."""


class Shelf(models.TextChoices):
    """Where a request waits for staff; the values stand in addresses."""

    DECIDE = "entscheiden", _("to decide")
    HAND_OUT = "ausgeben", _("to hand out until tomorrow")
    DUE = "zurueck", _("due back until tomorrow")
    OVERDUE = "ueberfaellig", _("overdue")


def on_shelf(requests: "QuerySet[Request]", shelf: Shelf) -> "QuerySet[Request]":
    return requests.filter(_condition(shelf))


def counts() -> dict[Shelf, int]:
    """How many requests lie on each shelf: one query."""
    found = Request.objects.order_by().aggregate(
        **{shelf.value: Count("pk", filter=_condition(shelf)) for shelf in Shelf}
    )
    return {shelf: found[shelf.value] for shelf in Shelf}


def open_damages() -> "QuerySet[Damage]":
    return Damage.objects.filter(repaired_at=None)


def end_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min))


def _condition(shelf: Shelf) -> Q:
    if shelf is Shelf.DECIDE:
        held = Line.objects.order_by().filter(request=OuterRef("pk"), status=LineStatus.HELD)
        return Q(Exists(held), status__in=[RequestStatus.REQUESTED, RequestStatus.OFFERED])
    now, evening = timezone.now(), end_of(timezone.localdate() + AHEAD)
    pieces = Booking.objects.order_by().filter(line__request=OuterRef("pk"))
    if shelf is Shelf.HAND_OUT:
        found = pieces.filter(
            state=BookingState.CONFIRMED, line__starts__lte=evening, line__ends__gt=now
        )
    elif shelf is Shelf.DUE:
        found = pieces.filter(state=BookingState.OUT, line__ends__gt=now, line__ends__lte=evening)
    else:
        found = pieces.filter(state=BookingState.OUT, line__ends__lte=now)
    return Q(Exists(found))
