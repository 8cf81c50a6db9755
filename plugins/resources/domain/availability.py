"""What is free: pieces of all articles, rooms and kits, for one period or many, in one query.

`free_between` answers a page of the pool, `free_in` a calendar. A piece is free when it is
usable and no active booking, buffers included, overlaps the period; one that should have been
back by now counts as out until tomorrow.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.utils import timezone

from plugins.resources.domain.times import Period
from plugins.resources.models import Article, Kit, Room

LATE = dt.timedelta(days=1)
CLASSES: dict[str, type[Article] | type[Room] | type[Kit]] = {
    "article": Article,
    "room": Room,
    "kit": Kit,
}


class Key(NamedTuple):
    """Which thing: ("article", 7)."""

    kind: str
    pk: int


@dataclass(frozen=True)
class Stock:
    """How many pieces there are, and how many of them are free."""

    total: int
    free: int


NONE = Stock(0, 0)

# Parts of kits count although they may not be shown themselves.
STATEMENT = """
WITH asked AS (
    SELECT place, starts, ends
    FROM unnest(%(starts)s::timestamptz[], %(ends)s::timestamptz[])
        WITH ORDINALITY AS period(starts, ends, place)
), thing AS (
    SELECT 'article' AS kind, article.id, buffer_before, buffer_after, shown,
        unit.id AS unit
    FROM resources_article AS article
    LEFT JOIN resources_unit AS unit ON unit.article_id = article.id AND unit.status = 'usable'
    UNION ALL
    SELECT 'room', room.id, buffer_before, buffer_after, shown, unit.id
    FROM resources_room AS room
    LEFT JOIN resources_unit AS unit ON unit.room_id = room.id AND unit.status = 'usable'
), wanted AS (
    SELECT thing.*, place, starts, tstzrange(
        starts - make_interval(mins => buffer_before), ends + make_interval(mins => buffer_after)
    ) AS period
    FROM thing CROSS JOIN asked
    WHERE %(all)s OR (kind, id) IN (
        SELECT * FROM unnest(%(kinds)s::text[], %(pks)s::bigint[])
        UNION SELECT 'article', article_id FROM resources_kitpart
        WHERE kit_id IN (
            SELECT pk FROM unnest(%(kinds)s::text[], %(pks)s::bigint[]) AS one(kind, pk)
            WHERE one.kind = 'kit'
        )
    )
), pieces AS (
    SELECT kind, id, place, bool_and(shown) AS shown, count(unit) AS total,
        count(unit) FILTER (WHERE NOT EXISTS (
            SELECT FROM resources_booking AS booking
            WHERE booking.unit_id = wanted.unit
              AND booking.state IN ('held', 'confirmed', 'out')
              AND (booking.period && wanted.period OR (
                booking.state = 'out' AND upper(booking.period) <= %(now)s
                AND wanted.starts < %(late)s
              ))
        )) AS free
    FROM wanted GROUP BY kind, id, place
), kits AS (
    SELECT 'kit' AS kind, kit.id, place, kit.shown,
        coalesce(min(total / number) FILTER (WHERE NOT chosen), max(total)) AS total,
        coalesce(min(free / number) FILTER (WHERE NOT chosen), max(free)) AS free
    FROM resources_kit AS kit
    JOIN resources_kitpart AS part ON part.kit_id = kit.id
    JOIN pieces ON pieces.kind = 'article' AND pieces.id = part.article_id
    GROUP BY kit.id, place, kit.shown
)
SELECT kind, id, place, total, free FROM pieces WHERE shown OR NOT %(shown)s
UNION ALL
SELECT kind, id, place, total, free FROM kits WHERE shown OR NOT %(shown)s
"""


def key_of(thing: Article | Room | Kit) -> Key:
    return Key(type(thing).__name__.lower(), thing.pk)


def free_between(
    period: Period, only: Collection[Key] | None = None, *, shown: bool = True
) -> dict[Key, Stock]:
    """How much of each thing is free then; what has no pieces is there with none.

    :param only: these things alone; None: all of them.
    :param shown: leave out what is not shown in the pool.
    """
    return free_in([period], only, shown=shown)[0]


def free_in(
    periods: Sequence[Period], only: Collection[Key] | None = None, *, shown: bool = True
) -> list[dict[Key, Stock]]:
    """As `free_between`, for each of the periods; still one query."""
    now = timezone.now()
    parameters: dict[str, Any] = {
        "starts": [period.starts for period in periods],
        "ends": [period.ends for period in periods],
        "all": only is None,
        "kinds": [key.kind for key in only or ()],
        "pks": [key.pk for key in only or ()],
        "now": now,
        "late": now + LATE,
        "shown": shown,
    }
    found: list[dict[Key, Stock]] = [{} for _period in periods]
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, parameters)
        for kind, pk, place, total, free in cursor.fetchall():
            found[place - 1][Key(kind, pk)] = Stock(total, free)
    return found if only is None else [_of(only, stocks) for stocks in found]


def _of(only: Collection[Key], stocks: dict[Key, Stock]) -> dict[Key, Stock]:
    """Without the parts of a kit that were only read for the kit."""
    return {key: stocks[key] for key in only if key in stocks}


def other_dates(wanted: dict[Key, int], period: Period, shifts: Sequence[int]) -> dict[Key, Period]:
    """For what is not free then: the first of the shifts, in days, at which it is.

    :param wanted: how many of each thing.
    """
    if not wanted:
        return {}
    periods = [period.moved(days) for days in shifts]
    answers = free_in(periods, list(wanted))
    found: dict[Key, Period] = {}
    for moved, stocks in zip(periods, answers, strict=True):
        for key, number in wanted.items():
            if stocks.get(key, NONE).free >= number:
                found.setdefault(key, moved)
    return found
