"""The demo's requests: past, running, overdue, to come and to be decided."""

import datetime as dt
import uuid

from django.db.models import Model
from django.utils import timezone

from plugins.resources.domain.booking import hold
from plugins.resources.domain.demo_file import DemoLine, DemoPool, DemoRequest
from plugins.resources.domain.pricing import price_line, sum_up
from plugins.resources.domain.projection import project
from plugins.resources.domain.stories import Actor, tell
from plugins.resources.domain.times import Period, room_days, whole_days
from plugins.resources.enums import BookingState, LineStatus, RequestStatus, StepKind
from plugins.resources.models import Article, Booking, Handover, Kit, Line, Request, Room, Terms
from verbund.plugin import Tenant

STATES = {
    "requested": (RequestStatus.REQUESTED, LineStatus.HELD, BookingState.HELD),
    "confirmed": (RequestStatus.CONFIRMED, LineStatus.CONFIRMED, BookingState.CONFIRMED),
    "out": (RequestStatus.OUT, LineStatus.OUT, BookingState.OUT),
    "done": (RequestStatus.DONE, LineStatus.DONE, BookingState.BACK),
}
HOLD_DAYS = 5
MODELS: dict[str, type[Model]] = {"article": Article, "room": Room, "kit": Kit}


def make_requests(tenant: Tenant, pool: DemoPool, today: dt.date) -> None:
    terms = Terms.objects.order_by("-version").first()
    for number, one in enumerate(pool.requests, start=1):
        _make(tenant, one, number, today, terms)


def _make(
    tenant: Tenant, one: DemoRequest, number: int, today: dt.date, terms: Terms | None
) -> None:
    status, line_status, state = STATES[one.state]
    is_open = status == RequestStatus.REQUESTED
    request = Request.objects.create(
        uuid=uuid.uuid5(tenant.uuid, f"resources:request:{number}"),
        number=f"{today.year % 100:02d}-DEMO{number:02d}",
        organisation_name=one.organisation,
        borrower=one.borrower,
        name=one.name,
        email=one.email,
        occasion=one.occasion,
        people=one.people,
        terms=terms,
        held_until=timezone.now() + dt.timedelta(days=HOLD_DAYS) if is_open else None,
    )
    lines = [_line(request, line, one, today) for line in one.lines]
    hold(request)
    # As staff would have left it; no mail goes out for what never was.
    Booking.objects.filter(line__in=lines).update(state=state)
    Line.objects.filter(request=request).update(status=line_status)
    request.status = status
    request.total, request.deposit = sum_up(request.lines.all())
    request.save()
    tell(request, StepKind.REQUESTED, Actor(one.name))
    if not is_open:
        tell(request, StepKind.CONFIRMED, Actor("Demo"))
    if one.state in {"out", "done"}:
        Handover.objects.create(request=request, direction="out", by_name="Demo", person=one.name)
        tell(request, StepKind.OUT, Actor("Demo"))
    if one.state == "done":
        Handover.objects.create(request=request, direction="back", by_name="Demo", person=one.name)
        tell(request, StepKind.BACK, Actor("Demo"))
    project(lines)


def _line(request: Request, line: DemoLine, one: DemoRequest, today: dt.date) -> Line:
    kind = "room" if line.room else "kit" if line.kit else "article"
    thing = MODELS[kind]._default_manager.get(name=getattr(line, kind))
    first = today + dt.timedelta(days=one.in_days)
    last = first + dt.timedelta(days=one.days - 1)
    period: Period = room_days(first, last) if kind == "room" else whole_days(first, last)
    values = {kind: thing, "starts": period.starts, "ends": period.ends}
    made = Line(request=request, number=line.number, **values)
    made.price, made.deposit = price_line(made, request.borrower)
    made.save()
    return made
