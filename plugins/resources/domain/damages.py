"""What is broken is not lent: the piece is blocked, and those who were to get it are told.

- `report(unit, text, by=…)`: blocks it; bookings to come get another piece where one is free,
  the others' borrowers a mail with alternatives. Their bookings stay: it may be repaired in time.
- `repair(damage, by=…)`: it can be lent again.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from plugins.resources.domain import staff_letters
from plugins.resources.domain.booking import NotFree, change_unit
from plugins.resources.domain.histories import (
    alternatives_to,
    free_units_for,
    other_periods,
)
from plugins.resources.domain.projection import project
from plugins.resources.domain.stories import CLOCK, Actor, tell
from plugins.resources.enums import BookingState, Condition, StepKind, UnitStatus
from plugins.resources.models import Booking, Damage, Line, Unit
from verbund.plugin import Image

TO_COME = (BookingState.HELD, BookingState.CONFIRMED)


@transaction.atomic
def report(
    unit: Unit,
    text: str,
    *,
    by: Actor,
    booking: Booking | None = None,
    photos: Iterable[Image] = (),
    cost: Decimal | None = None,
) -> Damage:
    """Blocks the piece. A second report while one is open is a record and blocks nothing more."""
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    was_usable = unit.status == UnitStatus.USABLE
    damage = Damage.objects.create(unit=unit, booking=booking, text=text, by=by.user, cost=cost)
    damage.photos.set(photos)
    if booking is not None:
        tell(booking.line.request, StepKind.DAMAGE, by, f"{unit}: {text}", booking.line)
    if was_usable:
        unit.status, unit.condition = UnitStatus.DAMAGED, Condition.BROKEN
        unit.save(update_fields=["status", "condition"])
        _tell_affected(unit, by)
    return damage


@transaction.atomic
def repair(damage: Damage, *, by: Actor, cost: Decimal | None = None) -> Damage:
    """Mended, or found to be nothing; the last open damage gives the piece free."""
    damage = Damage.objects.select_for_update().select_related("unit").get(pk=damage.pk)
    if damage.repaired_at is not None:
        return damage
    damage.repaired_at = timezone.now()
    damage.cost = damage.cost if cost is None else cost
    damage.save(update_fields=["repaired_at", "cost"])
    unit = damage.unit
    if not unit.damages.filter(repaired_at=None).exists() and unit.status == UnitStatus.DAMAGED:
        unit.status, unit.condition = UnitStatus.USABLE, Condition.WORN
        unit.save(update_fields=["status", "condition"])
        project(_lines_of(unit))
    return damage


def affected(unit: Unit) -> list[Booking]:
    """Bookings to come that hold this very piece."""
    found = unit.bookings.filter(state__in=TO_COME, line__ends__gt=timezone.now())
    things = ("line__article", "line__room", "line__kit", "line__request", "unit__article")
    return list(found.select_related(*things).order_by("period", "pk"))


def _tell_affected(unit: Unit, by: Actor) -> None:
    without = [booking for booking in affected(unit) if not _replaced(booking, by)]
    for line in {booking.line_id: booking.line for booking in without}.values():
        tell(line.request, StepKind.DAMAGE, CLOCK, str(unit), line)
        others = [one.thing.name for one in alternatives_to(line)]
        staff_letters.damaged(line.request, line, other_periods(line), others)
    project(_lines_of(unit))


def _replaced(booking: Booking, by: Actor) -> bool:
    """Whether another piece could take its place."""
    for unit in free_units_for(booking):
        try:
            change_unit(booking, unit, by=by)
        except NotFree:
            continue
        return True
    return False


def _lines_of(unit: Unit) -> Sequence[Line]:
    """Any line of it does: what the search knows of its thing is written anew."""
    if unit.room is not None:
        return [Line(room=unit.room)]
    return [Line(article=unit.article)]
