"""Counter-offers: another time, number or thing for a line, held until the borrower answers.

- `offer(line, change, by)`: holds what is offered; `NotFree` if it is gone. Mails a link.
- `accept(request, by)` and `decline(request, by)`: what the link does; both can be called twice.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.resources.domain import staff_letters
from plugins.resources.domain.booking import cancel, confirm, hold, release, settle
from plugins.resources.domain.pricing import price_line
from plugins.resources.domain.rules import Thing
from plugins.resources.domain.stories import CLOCK, Actor, tell
from plugins.resources.domain.times import Period
from plugins.resources.domain.waiting import take, time_to_decide
from plugins.resources.domain.wording import line_words
from plugins.resources.enums import LineStatus, StepKind
from plugins.resources.models import Line, Request, Waiting

OFFERABLE = (LineStatus.HELD, LineStatus.OFFERED, LineStatus.WAITING)


@dataclass(frozen=True)
class Change:
    """What is offered instead."""

    thing: Thing
    period: Period
    number: int


class NotOpen(Exception):
    """The line is decided already: nothing can be offered any more."""


@transaction.atomic
def offer(line: Line, change: Change, *, by: Actor) -> Line:
    """Holds what is offered and mails the borrower; the line is as it was if that is not free.

    :raises NotFree: what is offered is gone.
    :raises NotOpen: somebody decided meanwhile.
    """
    request = Request.objects.select_for_update().get(pk=line.request_id)
    fresh = request.lines.select_related("article", "room", "kit").get(pk=line.pk)
    if fresh.status not in OFFERABLE:
        raise NotOpen
    before = line_words(fresh)
    Waiting.objects.filter(line=fresh).delete()
    # First of all: what held too long ends when others are held.
    request.held_until = timezone.now() + time_to_decide()
    request.save(update_fields=["held_until"])
    release([fresh])
    _rewrite(fresh, change, request)
    hold(request)
    fresh.status = LineStatus.OFFERED
    fresh.save(update_fields=["status"])
    settle(request)
    words = _("%(now)s instead of %(before)s") % {"now": line_words(fresh), "before": before}
    tell(request, StepKind.OFFERED, by, words, fresh)
    staff_letters.offered(request, fresh, before)
    return fresh


def accept(request: Request, *, by: Actor = CLOCK) -> bool:
    """The borrower takes what was offered; False where nothing is offered any more.

    What staff offered is confirmed by that; what came from the waiting list they still decide.
    """
    lines = offered_lines(request)
    queued = [line for line in lines if hasattr(line, "waiting")]
    decided = [line for line in lines if line not in queued]
    if decided:
        confirm(request, decided, by=by)
    return bool([line for line in queued if take(line)] + decided)


def decline(request: Request, *, by: Actor = CLOCK) -> bool:
    """She does not; the rest of the request stays as it is."""
    lines = offered_lines(request)
    if lines:
        cancel(request, lines, by=by)
    return bool(lines)


def offered_lines(request: Request) -> list[Line]:
    lines = request.lines.select_related("article", "room", "kit", "waiting")
    return list(lines.filter(status=LineStatus.OFFERED))


def _rewrite(line: Line, change: Change, request: Request) -> None:
    kind = type(change.thing).__name__.lower()
    for name in ("article", "room", "kit"):
        setattr(line, name, change.thing if name == kind else None)
    line.chosen = line.chosen if kind == "kit" else {}
    line.starts, line.ends = change.period.starts, change.period.ends
    line.number = change.number
    line.status = LineStatus.HELD
    line.price, line.deposit = price_line(line, request.borrower)
    line.save()
