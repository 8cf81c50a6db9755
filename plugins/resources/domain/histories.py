"""What is known of a borrower from before, and what stands against a request."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from plugins.resources.domain.assigning import period_of
from plugins.resources.domain.availability import NONE, free_between, free_in, key_of
from plugins.resources.domain.rules import Conditions, Rulebook, Thing
from plugins.resources.domain.times import Period
from plugins.resources.enums import ACTIVE, BookingState, LineStatus, RequestStatus
from plugins.resources.models import Article, Booking, Damage, Line, Request, Step, Unit

OPEN = (LineStatus.HELD, LineStatus.OFFERED, LineStatus.WAITING)
SHIFTS = (1, -1, 2, -2, 7, -7, 14)
MOST_ALTERNATIVES = 4


@dataclass(frozen=True)
class History:
    """Earlier requests of the same organisation, or of the same address."""

    requests: int
    done: int
    refused: int
    cancelled: int
    reminders: int
    damages: int
    overdue: int
    last: list[Request]


def earlier(request: Request) -> "QuerySet[Request]":
    # One that was forgotten has no address; it is nobody's earlier request.
    same = Q(email=request.email) if request.email else Q(pk=None)
    if request.organisation_key:
        same |= Q(organisation_key=request.organisation_key)
    return Request.objects.filter(same).exclude(pk=request.pk)


def history_of(request: Request) -> History:
    before = earlier(request)
    counted = before.order_by().aggregate(
        requests=Count("pk"),
        done=Count("pk", filter=Q(status=RequestStatus.DONE)),
        refused=Count("pk", filter=Q(status=RequestStatus.REFUSED)),
        cancelled=Count("pk", filter=Q(status=RequestStatus.CANCELLED)),
    )
    late = Booking.objects.filter(
        line__request__in=before, state=BookingState.OUT, line__ends__lte=timezone.now()
    )
    return History(
        **counted,
        reminders=Step.objects.filter(request__in=before, kind="reminded").count(),
        damages=Damage.objects.filter(booking__line__request__in=before).count(),
        overdue=late.count(),
        last=list(before[:5]),
    )


@dataclass(frozen=True)
class Alternative:
    """Something else that is free then."""

    thing: Thing
    free: int


@dataclass(frozen=True)
class Outlook:
    """A line as staff look at it before they decide."""

    line: Line
    bookings: list[Booking]
    conditions: Conditions
    free: int
    others: list[Line]
    dates: list[Period]
    alternatives: list[Alternative]

    @property
    def is_held(self) -> bool:
        return any(booking.state in ACTIVE for booking in self.bookings)

    @property
    def damaged(self) -> list[Booking]:
        return [one for one in self.bookings if one.state in ACTIVE and one.unit.status != "usable"]

    @property
    def is_open(self) -> bool:
        return self.line.status in OPEN


def outlooks(request: Request) -> list[Outlook]:
    """Each line with what it holds, who else wants it, and what could be instead."""
    lines = request.lines.select_related("article__category", "room__category", "kit__category")
    rules = Rulebook()
    return [_outlook(line, request, rules) for line in lines.prefetch_related("bookings__unit")]


def _outlook(line: Line, request: Request, rules: Rulebook) -> Outlook:
    thing, period = line.thing, period_of(line)
    key = key_of(thing)
    bookings = [one for one in line.bookings.all() if one.state != BookingState.RELEASED]
    is_open = line.status in OPEN
    return Outlook(
        line=line,
        bookings=bookings,
        conditions=rules.conditions(thing, request.borrower),
        free=free_between(period, [key], shown=False).get(key, NONE).free,
        others=others_who_want(line),
        dates=other_periods(line) if is_open else [],
        alternatives=alternatives_to(line) if is_open else [],
    )


def others_who_want(line: Line) -> list[Line]:
    """Open lines of others for the same thing in an overlapping time."""
    thing = line.thing
    found = Line.objects.filter(
        **{type(thing).__name__.lower(): thing},
        starts__lt=line.ends,
        ends__gt=line.starts,
        status__in=OPEN,
    )
    return list(found.exclude(request=line.request_id).select_related("request")[:10])


def other_periods(line: Line) -> list[Period]:
    """The nearest other days on which all of it is free."""
    thing, period = line.thing, period_of(line)
    key = key_of(thing)
    moved = [period.moved(days) for days in SHIFTS]
    later = [one for one in moved if one.starts > timezone.now()]
    answers = zip(later, free_in(later, [key], shown=False), strict=True)
    return [one for one, stock in answers if stock.get(key, NONE).free >= line.number][:3]


def alternatives_to(line: Line) -> list[Alternative]:
    """Other things of the same shelf that are free then, in the number that is wanted."""
    thing = line.thing
    kind = type(thing)
    others: QuerySet[Any] = kind._default_manager.filter(category_id=thing.category_id, shown=True)
    stocks = free_between(period_of(line))
    found = []
    for other in others.exclude(pk=thing.pk):
        free = stocks.get(key_of(other), NONE).free
        if free >= line.number:
            found.append(Alternative(other, free))
    return found[:MOST_ALTERNATIVES]


def free_units_for(booking: Booking) -> list[Unit]:
    """Pieces of the same article that could go instead."""
    article: Article | None = booking.unit.article
    if article is None:
        return []
    taken = Booking.objects.filter(state__in=ACTIVE, period__overlap=booking.period)
    usable = article.units.filter(status="usable").exclude(pk__in=taken.values("unit"))
    return list(usable[:30])
