"""Who comes to the counter on a day, with which pieces."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from plugins.resources.domain.times import whole_days
from plugins.resources.enums import BookingState
from plugins.resources.models import Booking, Request


@dataclass
class Visit:
    """One borrower with all pieces of her request that go the same way."""

    request: Request
    bookings: list[Booking] = field(default_factory=list)

    @property
    def when(self) -> dt.datetime:
        """The first that begins; for a room the hour counts."""
        return min(booking.line.starts for booking in self.bookings)

    @property
    def until(self) -> dt.datetime:
        return min(booking.line.ends for booking in self.bookings)


def to_go_out(day: dt.date) -> list[Visit]:
    """What begins on this day and is not out yet."""
    period = whole_days(day, day)
    return _visits(
        _pieces(BookingState.CONFIRMED).filter(
            line__starts__gte=period.starts, line__starts__lt=period.ends
        )
    )


def to_come_back(day: dt.date) -> list[Visit]:
    """What ends on this day, at midnight at the latest, and is out."""
    period = whole_days(day, day)
    return _visits(
        _pieces(BookingState.OUT).filter(line__ends__gt=period.starts, line__ends__lte=period.ends)
    )


def late() -> list[Visit]:
    """What should be back by now."""
    return _visits(_pieces(BookingState.OUT).filter(line__ends__lte=timezone.now()))


def _pieces(state: BookingState) -> "QuerySet[Booking]":
    things = ("line__request", "line__article", "line__room", "line__kit")
    units = ("unit__article", "unit__room", "unit__point")
    found = Booking.objects.filter(state=state).select_related(*things, *units)
    return found.order_by("line__starts", "line__request", "unit__inventory_number")


def _visits(bookings: "QuerySet[Booking]") -> list[Visit]:
    found: dict[int, Visit] = {}
    for booking in bookings:
        request = booking.line.request
        found.setdefault(request.pk, Visit(request)).bookings.append(booking)
    return list(found.values())
