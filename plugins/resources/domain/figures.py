"""Figures of a period: loans, days, borrowers, how much each thing was used, what was lacking."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from plugins.resources.domain.times import BERLIN, Period, whole_days
from plugins.resources.enums import LineStatus, StepKind, UnitStatus
from plugins.resources.models import Line, Step, Unit

LENT = (LineStatus.OUT, LineStatus.DONE)
IN_VAIN = (LineStatus.EXPIRED, LineStatus.REFUSED, LineStatus.CANCELLED)


@dataclass(frozen=True)
class Use:
    """One thing: how often, how many pieces, how many days, and what part of all its days."""

    name: str
    loans: int
    pieces: int
    days: int
    percent: int | None
    """None for what has no pieces of its own: kits."""


@dataclass(frozen=True)
class Figures:
    first: dt.date
    last: dt.date
    loans: int
    days: int
    borrowers: int
    lacking: int
    """Lines that waited for something to become free, in vain."""
    uses: list[Use]
    months: list[tuple[dt.date, int]]


def figures(first: dt.date, last: dt.date) -> Figures:
    """Of what was handed out and began in these days, the last one included; three queries."""
    period = whole_days(first, last)
    lines = list(_lent(period))
    return Figures(
        first=first,
        last=last,
        loans=len(lines),
        days=sum(_days(line) for line in lines),
        borrowers=len({_borrower(line) for line in lines}),
        lacking=_lacking(period),
        uses=_uses(lines, period),
        months=_months(lines, first, last),
    )


def _lent(period: Period) -> "QuerySet[Line]":
    found = Line.objects.filter(status__in=LENT, starts__gte=period.starts, starts__lt=period.ends)
    return found.select_related("request", "article", "room", "kit").order_by("starts", "pk")


def _days(line: Line) -> int:
    return Period(line.starts, line.ends).days


def _borrower(line: Line) -> str:
    request = line.request
    return request.organisation_key or request.organisation_name or request.email


def _lacking(period: Period) -> int:
    waited = Step.objects.filter(
        kind=StepKind.WAITING,
        line__status__in=IN_VAIN,
        line__starts__gte=period.starts,
        line__starts__lt=period.ends,
    )
    return waited.values("line").distinct().count()


def _uses(lines: list[Line], period: Period) -> list[Use]:
    stock = _stock()
    by_thing: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in lines:
        by_thing[type(line.thing).__name__.lower(), line.thing.pk].append(line)
    uses = []
    for key, own in by_thing.items():
        piece_days = sum(_days(line) * line.number for line in own)
        there = stock.get(key, 0) * period.days
        uses.append(
            Use(
                name=own[0].thing.name,
                loans=len(own),
                pieces=sum(line.number for line in own),
                days=sum(_days(line) for line in own),
                percent=round(100 * piece_days / there) if there else None,
            )
        )
    return sorted(uses, key=lambda use: (-use.days, use.name))


def _stock() -> dict[tuple[str, int], int]:
    """How many pieces each thing has today."""
    units = Unit.objects.exclude(status=UnitStatus.RETIRED).values_list("article", "room")
    return Counter(("article", article) if article else ("room", room) for article, room in units)


def _months(lines: list[Line], first: dt.date, last: dt.date) -> list[tuple[dt.date, int]]:
    """Each month of the period, those without a loan as well."""
    counted = Counter(line.starts.astimezone(BERLIN).date().replace(day=1) for line in lines)
    month, found = first.replace(day=1), []
    while month <= last:
        found.append((month, counted[month]))
        month = (month + dt.timedelta(days=31)).replace(day=1)
    return found
