"""Gives lines concrete pieces: one transaction, pieces never twice, tried again on a conflict.

Whoever assigns locks the article or room first, in one order for all, so that of two who want
the last projector one waits and then sees that it is gone. What nobody can get past is the
exclusion constraint on bookings: a writer that does not lock makes this one try again.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from plugins.resources.domain.availability import LATE, Key
from plugins.resources.domain.times import Period
from plugins.resources.enums import ACTIVE, BookingState
from plugins.resources.models import Article, Booking, Line, Room
from plugins.resources.models.requests import Wanted

TRIES = 5
CONFLICT = ("23P01", "40P01", "40001")  # exclusion, deadlock, serialization

# A unit of this line's own may go on: it is only moved in time.
FREE_UNITS = """
SELECT unit.id FROM resources_unit AS unit
WHERE unit.{column} = %(pk)s AND unit.status = 'usable' AND NOT EXISTS (
    SELECT FROM resources_booking AS booking
    WHERE booking.unit_id = unit.id AND booking.state IN ('held', 'confirmed', 'out')
      AND (booking.period && tstzrange(%(lower)s, %(upper)s) OR (
        booking.state = 'out' AND upper(booking.period) <= %(now)s AND %(starts)s < %(late)s
      ))
)
ORDER BY array_position(ARRAY['new', 'good', 'worn', 'broken'], unit.condition::text),
    (SELECT count(*) FROM resources_booking AS used WHERE used.unit_id = unit.id),
    unit.inventory_number
LIMIT %(number)s
"""


@dataclass(frozen=True)
class Shortage:
    """What a line lacks: so many were wanted, so many are free."""

    line: Line
    free: int


class NotFree(Exception):
    """Pieces are gone: nothing was kept; ``shortages`` says of which lines."""

    def __init__(self, shortages: Sequence[Shortage]) -> None:
        super().__init__(", ".join(f"{one.line}: {one.free}" for one in shortages))
        self.shortages = list(shortages)


def pieces_of(wanted: Wanted) -> Counter[Key]:
    """Which pieces a line needs: of an article so many, of a kit those of its parts."""
    if wanted.kit is None:
        thing = wanted.thing
        return Counter({Key(type(thing).__name__.lower(), thing.pk): wanted.number})
    needed: Counter[Key] = Counter()
    for part in wanted.kit.parts.all():
        number = wanted.chosen.get(str(part.pk), 0) if part.chosen else part.number
        if number:
            needed[Key("article", part.article_id)] += number * wanted.number
    return needed


def assign(lines: Sequence[Line], state: BookingState) -> list[Booking]:
    """Books free pieces for each of the lines, or for none.

    :raises NotFree: some are gone. Nothing is written then.
    """
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                return _assign_once(lines, state)
        except (IntegrityError, OperationalError) as error:
            if _state_of(error) not in CONFLICT or attempt == TRIES - 1:
                raise
    raise AssertionError("The last try returns or raises.")


def _assign_once(lines: Sequence[Line], state: BookingState) -> list[Booking]:
    needs = [(line, pieces_of(line)) for line in lines]
    lock({key for _line, needed in needs for key in needed})
    made: list[Booking] = []
    shortages: list[Shortage] = []
    for line, needed in needs:
        for key, number in sorted(needed.items()):
            units, period = _free_units(line, key, number)
            if len(units) < number:
                shortages.append(Shortage(line, len(units)))
                continue
            made += Booking.objects.bulk_create(
                Booking(line=line, unit_id=unit, period=period, state=state) for unit in units
            )
    if shortages:
        raise NotFree(shortages)
    return made


def lock(keys: Iterable[Key]) -> None:
    """Until the end of the transaction nobody else assigns pieces of these; in one order."""
    keys = sorted(set(keys))
    for model, kind in ((Article, "article"), (Room, "room")):
        pks = [key.pk for key in keys if key.kind == kind]
        if pks:
            rows = model.objects.filter(pk__in=pks).order_by("pk")
            list(rows.select_for_update(no_key=True).values_list("pk", flat=True))


def period_with_buffers(line: Line, key: Key) -> DateTimeTZRange:
    """When a piece is kept for a line: with what its thing keeps free before and after."""
    model = Room if key.kind == "room" else Article
    before, after = model.objects.values_list("buffer_before", "buffer_after").get(pk=key.pk)
    return DateTimeTZRange(
        line.starts - dt.timedelta(minutes=before),
        line.ends + dt.timedelta(minutes=after),
    )


def _free_units(line: Line, key: Key, number: int) -> tuple[list[int], DateTimeTZRange]:
    period = period_with_buffers(line, key)
    now = timezone.now()
    parameters = {
        "pk": key.pk,
        "lower": period.lower,
        "upper": period.upper,
        "starts": line.starts,
        "now": now,
        "late": now + LATE,
        "number": number,
    }
    column = "room_id" if key.kind == "room" else "article_id"
    with connection.cursor() as cursor:
        cursor.execute(FREE_UNITS.format(column=column), parameters)
        return [pk for (pk,) in cursor.fetchall()], period


def free_bookings(lines: Iterable[Line]) -> int:
    """Gives the pieces of these lines back; returns how many were held."""
    found = Booking.objects.filter(line__in=list(lines), state__in=ACTIVE)
    return found.update(state=BookingState.RELEASED)


def period_of(line: Wanted) -> Period:
    return Period(line.starts, line.ends)


def _state_of(error: Exception) -> str:
    return getattr(error.__cause__, "sqlstate", "") or ""
