"""What becomes of a request: held, confirmed, refused, cancelled, changed, released.

Each verb is one transaction: bookings, states, the story, and what the search knows of free
days. Each can be called twice: what is done already stays as it is. Those that tell the borrower
by mail say so. Others may call these and nothing below them:

- `hold(request)`: books free pieces for all lines that have none; `NotFree` if some are gone.
- `confirm(request, lines=None, by=…)`: all or some of its lines; mails.
- `refuse(request, reason, lines=None, by=…)`: mails the reason.
- `cancel(request, lines=None, by=…)`: the borrower's way back; mails.
- `change_line(line, period, number, by=…)`: other times or another number; `NotFree` if gone.
- `change_unit(booking, unit, by=…)`: another piece of the same article; `NotFree` if it is taken.
- `settle(request)`: its state and sums from its lines, after others changed those.
- `release(lines)`: gives pieces back without a word, as for a counter-offer that was declined.
- `release_expired()`: the clock's: requests that held too long.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from plugins.resources.domain import letters
from plugins.resources.domain.assigning import (
    NotFree,
    Shortage,
    assign,
    free_bookings,
    lock,
    period_with_buffers,
    pieces_of,
)
from plugins.resources.domain.availability import Key
from plugins.resources.domain.pricing import price_line, sum_up
from plugins.resources.domain.projection import project
from plugins.resources.domain.stories import CLOCK, Actor, tell
from plugins.resources.domain.times import Period
from plugins.resources.enums import (
    ACTIVE,
    OPEN_REQUESTS,
    BookingState,
    LineStatus,
    RequestStatus,
    StepKind,
)
from plugins.resources.models import Booking, Line, Request, Unit

__all__ = [
    "NotFree",
    "Shortage",
    "cancel",
    "change_line",
    "change_unit",
    "confirm",
    "hold",
    "refuse",
    "release",
    "release_expired",
    "settle",
]

Lines = Sequence[Line] | None
UNDECIDED = (LineStatus.HELD, LineStatus.OFFERED, LineStatus.WAITING)
ENDED = (LineStatus.REFUSED, LineStatus.CANCELLED, LineStatus.EXPIRED)


@transaction.atomic
def hold(request: Request) -> list[Booking]:
    """Books free pieces for all lines that are to be held and have none.

    :raises NotFree: some are gone; nothing is written then.
    """
    lines = [
        line
        for line in _lines(request).filter(status=LineStatus.HELD)
        if not line.bookings.filter(state__in=ACTIVE).exists()
    ]
    if not lines:
        return []
    release_expired()
    made = assign(lines, BookingState.HELD)
    project(lines)
    return made


@transaction.atomic
def confirm(request: Request, lines: Lines = None, *, by: Actor = CLOCK) -> None:
    """Confirms lines; one whose pieces were released meanwhile gets new ones, if there are any.

    Mails the borrower. Lines that were confirmed before, or are over, stay as they are.

    :raises NotFree: pieces are gone; nothing is written then.
    """
    request = _locked(request)
    open_lines = [line for line in _chosen(request, lines) if line.status in UNDECIDED]
    if not open_lines:
        return
    without = [one for one in open_lines if not one.bookings.filter(state__in=ACTIVE).exists()]
    if without:
        assign(without, BookingState.CONFIRMED)
    _active(open_lines).filter(state=BookingState.HELD).update(state=BookingState.CONFIRMED)
    _set(open_lines, LineStatus.CONFIRMED)
    settle(request)
    tell(request, StepKind.CONFIRMED, by, _words(open_lines))
    project(open_lines)
    letters.confirmed(request)


@transaction.atomic
def refuse(request: Request, reason: str, lines: Lines = None, *, by: Actor = CLOCK) -> None:
    """Says no to lines, with a reason that the borrower reads in a mail; frees their pieces."""
    request = _locked(request)
    chosen = [line for line in _chosen(request, lines) if line.status in UNDECIDED]
    if not chosen:
        return
    _end(chosen, LineStatus.REFUSED, reason)
    if lines is None:
        request.reason = reason
        request.save(update_fields=["reason"])
    settle(request)
    tell(request, StepKind.REFUSED, by, reason)
    letters.refused(request, chosen, reason)


@transaction.atomic
def cancel(request: Request, lines: Lines = None, *, by: Actor = CLOCK) -> None:
    """Takes lines back that are not handed out yet; mails. Limits are the caller's to check."""
    request = _locked(request)
    over = (*ENDED, LineStatus.OUT, LineStatus.DONE)
    chosen = [line for line in _chosen(request, lines) if line.status not in over]
    if not chosen:
        return
    _end(chosen, LineStatus.CANCELLED, "")
    settle(request)
    tell(request, StepKind.CANCELLED, by, _words(chosen))
    letters.cancelled(request, chosen)


@transaction.atomic
def change_line(line: Line, period: Period, number: int, *, by: Actor = CLOCK) -> Line:
    """Other times or another number for a line; what it had is kept if that is not free.

    Its state stays: a confirmed line is confirmed for the new time. The price is new.

    :raises NotFree: not free then; the line is as it was.
    """
    request = _locked(line.request)
    fresh = Line.objects.select_for_update().get(pk=line.pk)
    if (fresh.starts, fresh.ends, fresh.number) == (period.starts, period.ends, number):
        return fresh
    project_before = [fresh]
    is_sure = fresh.status == LineStatus.CONFIRMED
    lock(pieces_of(fresh))
    free_bookings([fresh])
    fresh.starts, fresh.ends, fresh.number = period.starts, period.ends, number
    fresh.price, fresh.deposit = price_line(fresh, request.borrower)
    fresh.save(update_fields=["starts", "ends", "number", "price", "deposit"])
    assign([fresh], BookingState.CONFIRMED if is_sure else BookingState.HELD)
    settle(request)
    tell(request, StepKind.CHANGED, by, str(fresh), fresh)
    project(project_before)
    return fresh


@transaction.atomic
def change_unit(booking: Booking, unit: Unit, *, by: Actor = CLOCK) -> Booking:
    """Another piece for a booking, as when the first one is broken.

    :raises NotFree: the other piece is taken or not usable; the booking is as it was.
    """
    line = booking.line
    key = Key("room", unit.room_id) if unit.room_id else Key("article", unit.article_id or 0)
    lock([key])
    period = period_with_buffers(line, key)
    taken = Booking.objects.filter(unit=unit, state__in=ACTIVE, period__overlap=period)
    if unit.status != "usable" or taken.exclude(pk=booking.pk).exists():
        raise NotFree([Shortage(line, 0)])
    before = booking.unit
    booking.unit, booking.period = unit, period
    booking.save(update_fields=["unit", "period"])
    words = f"{before.inventory_number} → {unit.inventory_number}"
    tell(line.request, StepKind.CHANGED, by, words, line)
    project([line])
    return booking


@transaction.atomic
def release(lines: Sequence[Line]) -> int:
    """Gives the pieces of lines back and says nothing; returns how many there were."""
    number = free_bookings(lines)
    if number:
        project(lines)
    return number


@transaction.atomic
def release_expired() -> int:
    """Ends open requests whose time to be held is over; returns how many. Mails them."""
    late = Request.objects.filter(status__in=OPEN_REQUESTS, held_until__lt=timezone.now())
    ended = 0
    # One that somebody decides right now is left to her.
    for request in late.order_by("pk").select_for_update(skip_locked=True):
        lines = [line for line in _lines(request) if line.status in UNDECIDED]
        _end(lines, LineStatus.EXPIRED, "")
        settle(request)
        tell(request, StepKind.EXPIRED)
        letters.expired(request)
        ended += 1
    return ended


def _locked(request: Request) -> Request:
    return Request.objects.select_for_update().get(pk=request.pk)


def _lines(request: Request) -> QuerySet[Line]:
    return request.lines.select_related("article", "room", "kit")


def _chosen(request: Request, lines: Lines) -> list[Line]:
    """Fresh from the database: the caller's may be old."""
    found = _lines(request)
    return list(found if lines is None else found.filter(pk__in=[line.pk for line in lines]))


def _active(lines: Sequence[Line]) -> QuerySet[Booking]:
    return Booking.objects.filter(line__in=lines, state__in=ACTIVE)


def _set(lines: Sequence[Line], status: LineStatus, reason: str = "") -> None:
    Line.objects.filter(pk__in=[one.pk for one in lines]).update(status=status, reason=reason[:300])
    for line in lines:
        line.status = status


def _end(lines: Sequence[Line], status: LineStatus, reason: str) -> None:
    free_bookings(lines)
    _set(lines, status, reason)
    project(lines)


def settle(request: Request) -> None:
    """The request's own state and sums, from its lines; inside the caller's transaction."""
    lines = list(_lines(request))
    request.status = _status_of({LineStatus(line.status) for line in lines}, request)
    request.total, request.deposit = sum_up(lines)
    if request.status not in OPEN_REQUESTS:
        request.held_until = None
    request.save(update_fields=["status", "total", "deposit", "held_until", "changed"])


def _status_of(states: set[LineStatus], request: Request) -> RequestStatus:
    if LineStatus.OUT in states:
        return RequestStatus.OUT
    if LineStatus.OFFERED in states:
        return RequestStatus.OFFERED
    if states & {LineStatus.HELD, LineStatus.WAITING}:
        is_new = request.status == RequestStatus.UNCONFIRMED
        return RequestStatus.UNCONFIRMED if is_new else RequestStatus.REQUESTED
    for line_status, status in (
        (LineStatus.CONFIRMED, RequestStatus.CONFIRMED),
        (LineStatus.DONE, RequestStatus.DONE),
        (LineStatus.EXPIRED, RequestStatus.EXPIRED),
        (LineStatus.CANCELLED, RequestStatus.CANCELLED),
    ):
        if line_status in states:
            return status
    return RequestStatus.REFUSED


def _words(lines: Sequence[Line]) -> str:
    return ", ".join(str(line) for line in lines)
