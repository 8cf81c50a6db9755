"""The waiting list: what becomes free is held for the next one for 48 hours, then for the next.

- `put_on_list(request, lines, by)`: lines wait, in the order in which they came.
- `move_up()`: the clock's. Ends offers that nobody took, then offers what is free; returns how
  many offers it made.
- `take(line)`: the borrower wants it after all; staff decide, or the rule does at once.
"""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from plugins.resources.domain import staff_letters
from plugins.resources.domain.booking import NotFree, confirm, hold, release, settle
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.stories import CLOCK, Actor, tell
from plugins.resources.enums import LineStatus, StepKind
from plugins.resources.models import Line, Request, Waiting
from verbund.plugin import plugin_settings

TIME_TO_ANSWER = dt.timedelta(hours=48)


@transaction.atomic
def put_on_list(request: Request, lines: Iterable[Line], *, by: Actor = CLOCK) -> list[Waiting]:
    """What the lines hold is given back; those that wait already keep their place."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    open_states = (LineStatus.HELD, LineStatus.WAITING)
    chosen = list(request.lines.filter(pk__in=[one.pk for one in lines], status__in=open_states))
    release(chosen)
    made = []
    for line in chosen:
        line.status = LineStatus.WAITING
        line.save(update_fields=["status"])
        waiting, is_new = Waiting.objects.get_or_create(
            line=line, defaults={"place": len(waiting_for(line)) + 1}
        )
        if is_new:
            tell(request, StepKind.WAITING, by, str(line), line)
            made.append(waiting)
    settle(request)
    settle_holding(request)
    if made:
        staff_letters.waiting(request, made)
    return made


def move_up() -> int:
    """What is over ends first: it makes room for the next one."""
    _end_offers()
    offered = 0
    for waiting in _queue():
        offered += _offer(waiting.pk)
    return offered


@transaction.atomic
def take(line: Line) -> bool:
    """False where the offer is over, or taken already."""
    request = Request.objects.select_for_update().get(pk=line.request_id)
    waiting = Waiting.objects.filter(line=line, offered_until__gt=timezone.now()).first()
    fresh = request.lines.select_related("article", "room", "kit").get(pk=line.pk)
    if waiting is None or fresh.status != LineStatus.OFFERED:
        return False
    waiting.delete()
    fresh.status = LineStatus.HELD
    fresh.save(update_fields=["status"])
    request.held_until = timezone.now() + time_to_decide()
    request.save(update_fields=["held_until"])
    settle(request)
    tell(request, StepKind.WAITING, Actor(request.name), str(fresh), fresh)
    if Rulebook().conditions(fresh.thing, request.borrower).is_automatic:
        confirm(request, [fresh])
    return True


def time_to_decide() -> dt.timedelta:
    return dt.timedelta(hours=plugin_settings("resources").hold_hours)


def settle_holding(request: Request) -> None:
    """A request whose lines only wait holds nothing: its time does not run out."""
    holding = (LineStatus.HELD, LineStatus.OFFERED)
    if not request.lines.filter(status__in=holding).exists():
        request.held_until = None
        request.save(update_fields=["held_until"])


def waiting_for(line: Line) -> list[Line]:
    """Who waits for the same thing in an overlapping time, the first one first."""
    found = Line.objects.filter(
        article=line.article,
        room=line.room,
        kit=line.kit,
        starts__lt=line.ends,
        ends__gt=line.starts,
        status=LineStatus.WAITING,
        waiting__isnull=False,
    )
    return list(found.exclude(pk=line.pk).order_by("waiting__since", "pk"))


def _queue() -> list[Waiting]:
    """Those who wait and were not asked; the longest waiting first."""
    found = Waiting.objects.filter(line__status=LineStatus.WAITING)
    return list(found.select_related("line").order_by("since", "pk"))


@transaction.atomic
def _offer(pk: int) -> int:
    """1 where it is free now and held, 0 where it is not."""
    waiting = Waiting.objects.select_for_update().filter(pk=pk).first()
    if waiting is None:
        return 0
    line = Line.objects.select_related("request", "article", "room", "kit").get(pk=waiting.line_id)
    if line.starts <= timezone.now():
        _end(waiting, line, asked=False)
        return 0
    request = line.request
    until = min(timezone.now() + TIME_TO_ANSWER, line.starts)
    try:
        with transaction.atomic():
            _hold(request, line, until)
    except NotFree:
        return 0
    waiting.offered_at, waiting.offered_until = timezone.now(), until
    waiting.save(update_fields=["offered_at", "offered_until"])
    tell(request, StepKind.OFFERED, CLOCK, str(line), line)
    staff_letters.became_free(request, line, until)
    return 1


def _hold(request: Request, line: Line, until: dt.datetime) -> None:
    request.held_until = max(filter(None, (request.held_until, until)))
    request.save(update_fields=["held_until"])
    line.status = LineStatus.HELD
    line.save(update_fields=["status"])
    hold(request)
    line.status = LineStatus.OFFERED
    line.save(update_fields=["status"])
    settle(request)


def _end_offers() -> None:
    late = Waiting.objects.filter(offered_until__lte=timezone.now()).select_related("line")
    for waiting in late:
        line = Line.objects.select_related("request").get(pk=waiting.line_id)
        _end(waiting, line, asked=True)


@transaction.atomic
def _end(waiting: Waiting, line: Line, *, asked: bool) -> None:
    """Nobody answered, or the day is here and nothing became free."""
    request = Request.objects.select_for_update().get(pk=line.request_id)
    line.refresh_from_db(fields=["status"])
    waiting.delete()
    if line.status not in (LineStatus.OFFERED, LineStatus.WAITING):
        return
    release([line])
    line.status = LineStatus.EXPIRED
    line.save(update_fields=["status"])
    settle(request)
    settle_holding(request)
    tell(request, StepKind.EXPIRED, CLOCK, str(line), line)
    staff_letters.waited_in_vain(request, line, asked=asked)
