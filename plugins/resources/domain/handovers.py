"""Out and back at the counter: pieces by their codes, each exactly once.

- `hand_out(request, pieces, slip)`: another piece of the same article goes as well and takes the
  place of the one that was meant. `CannotGo` says what stands against it; nothing is written then.
- `take_back(request, seen, slip)`: all or some of what is out.

Both are safe against a second click: what is out already, by this request, is not handed out
again, and what is back is not taken back again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plugins.resources.domain import staff_letters
from plugins.resources.domain.booking import NotFree, change_unit, settle
from plugins.resources.domain.codes import unit_of
from plugins.resources.domain.damages import report
from plugins.resources.domain.projection import project
from plugins.resources.domain.stories import Actor, tell
from plugins.resources.domain.wording import moment
from plugins.resources.enums import (
    BookingState,
    Condition,
    Direction,
    LineStatus,
    StepKind,
    UnitStatus,
)
from plugins.resources.models import Booking, Handover, HandoverItem, Line, Request, Unit
from verbund.plugin import Image


class CannotGo(Exception):
    """What stands against handing a piece out, in words for the one at the counter."""


@dataclass(frozen=True)
class Slip:
    """Who stands at the counter, on both sides."""

    by: Actor
    person: str = ""
    signature: str = ""
    note: str = ""


@dataclass(frozen=True)
class Seen:
    """How a piece came back."""

    booking: Booking
    condition: str = Condition.GOOD
    missing: str = ""
    note: str = ""
    photos: Sequence[Image] = field(default=())


@transaction.atomic
def hand_out(request: Request, codes: Iterable[str], slip: Slip) -> Handover | None:
    """The record of what went out now; None when all of it was out already.

    :raises CannotGo: a code is unknown, or its piece is out, broken, or not of this request.
    """
    request = Request.objects.select_for_update().get(pk=request.pk)
    bookings = [
        booking for code in dict.fromkeys(codes) if (booking := _booking_for(request, code))
    ]
    if not bookings:
        return None
    handover = _record(request, Direction.OUT, slip)
    for booking in bookings:
        booking.state = BookingState.OUT
        booking.save(update_fields=["state"])
        HandoverItem.objects.create(
            handover=handover, booking=booking, unit=booking.unit, condition=booking.unit.condition
        )
    _set_lines(bookings, LineStatus.OUT)
    words = [str(booking.unit) for booking in bookings]
    _finish(request, StepKind.OUT, slip.by, bookings)
    staff_letters.handed_out(request, words)
    return handover


def try_out(request: Request, code: str) -> Unit:
    """The piece, if it could go now with this request; nothing is written.

    :raises CannotGo: it cannot, or is out with this very request.
    """
    unit = unit_of(code)
    with transaction.atomic():
        booking = _booking_for(request, code)
        transaction.set_rollback(True)
    if booking is None or unit is None:
        raise CannotGo(_("%s is out already, with this very request.") % unit)
    return unit


@transaction.atomic
def take_back(request: Request, seen: Iterable[Seen], slip: Slip) -> Handover | None:
    """The record of what came back now; None when nothing of it was out any more."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    out = {booking.pk: booking for booking in pieces(request, BookingState.OUT)}
    back = [one for one in seen if one.booking.pk in out]
    if not back:
        return None
    handover = _record(request, Direction.BACK, slip)
    for one in back:
        booking = out.pop(one.booking.pk)
        booking.state = BookingState.BACK
        booking.save(update_fields=["state"])
        _look_at(handover, booking, one, slip.by)
    bookings = [one.booking for one in back]
    done = {booking.line_id for booking in bookings} - {one.line_id for one in out.values()}
    waits = pieces(request, BookingState.CONFIRMED).filter(line__in=done).values("line")
    Line.objects.filter(pk__in=done).exclude(pk__in=waits).update(status=LineStatus.DONE)
    _finish(request, StepKind.BACK, slip.by, bookings)
    words = [str(booking.unit) for booking in bookings]
    staff_letters.taken_back(request, words, [str(one.unit) for one in out.values()])
    return handover


def pieces(request: Request, state: BookingState) -> "QuerySet[Booking]":
    """Bookings of a request in a state, with all that names them."""
    found = Booking.objects.filter(line__request=request, state=state)
    things = ("unit__article", "unit__room", "line__article", "line__room", "line__kit")
    return found.select_related("unit__point", *things).order_by("line", "unit__inventory_number")


def _booking_for(request: Request, code: str) -> Booking | None:
    """The booking that this piece goes out by; None when it went already, with this request.

    :raises CannotGo: it cannot.
    """
    unit = unit_of(code)
    if unit is None:
        raise CannotGo(_("There is no piece with the code “%s”.") % code)
    _refuse_if_away(request, unit)
    if unit.bookings.filter(line__request=request, state=BookingState.OUT).exists():
        return None
    if unit.status != UnitStatus.USABLE:
        raise CannotGo(
            _("%(piece)s cannot go out: it is %(status)s.")
            % {"piece": unit, "status": unit.get_status_display()}
        )
    meant = pieces(request, BookingState.CONFIRMED)
    own = meant.filter(unit=unit).first()
    return own or _instead(request, meant, unit)


def _refuse_if_away(request: Request, unit: Unit) -> None:
    away = unit.bookings.filter(state=BookingState.OUT).exclude(line__request=request)
    booking = away.select_related("line__request").first()
    if booking is not None:
        other = booking.line.request
        raise CannotGo(
            _("%(piece)s is out already: %(who)s has it until %(until)s (%(number)s).")
            % {
                "piece": unit,
                "who": other.organisation_name or other.name,
                "until": moment(booking.line.ends),
                "number": other.number,
            }
        )


def _instead(request: Request, meant: "QuerySet[Booking]", unit: Unit) -> Booking:
    """Another piece of the same article takes the place of the one that was meant."""
    booking = meant.filter(unit__article=unit.article_id).last() if unit.article_id else None
    if booking is None:
        raise CannotGo(
            _("%(piece)s does not belong to the request %(number)s.")
            % {"piece": unit, "number": request.number}
        )
    try:
        return change_unit(booking, unit)
    except NotFree as error:
        raise CannotGo(_("%s is kept for somebody else. Take another one.") % unit) from error


def _look_at(handover: Handover, booking: Booking, one: Seen, by: Actor) -> None:
    unit = booking.unit
    item = HandoverItem.objects.create(
        handover=handover,
        booking=booking,
        unit=unit,
        condition=one.condition,
        missing=one.missing,
        note=one.note,
    )
    item.photos.set(one.photos)
    unit.condition = one.condition
    unit.save(update_fields=["condition"])
    if one.condition == Condition.BROKEN:
        text = "; ".join(filter(None, (one.note, one.missing))) or _("Came back broken.")
        report(unit, text, by=by, booking=booking, photos=one.photos)


def _record(request: Request, direction: Direction, slip: Slip) -> Handover:
    return Handover.objects.create(
        request=request,
        direction=direction,
        by=slip.by.user,
        by_name=slip.by.name,
        person=slip.person or request.name,
        signature=slip.signature,
        note=slip.note,
    )


def _set_lines(bookings: Iterable[Booking], status: LineStatus) -> None:
    Line.objects.filter(pk__in={one.line_id for one in bookings}).update(status=status)


def _finish(request: Request, kind: StepKind, by: Actor, bookings: Sequence[Booking]) -> None:
    settle(request)
    tell(request, kind, by, ", ".join(one.unit.inventory_number for one in bookings))
    project([one.line for one in bookings])
