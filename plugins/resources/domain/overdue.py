"""What should be back and is not: a mail on the first day after, then on the third and seventh."""

import datetime as dt
from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from plugins.resources.domain import staff_letters
from plugins.resources.domain.stories import tell
from plugins.resources.enums import BookingState, StepKind
from plugins.resources.models import Line, Request

STEPS = (1, 3, 7)
"""Days after the end of the loan."""


def remind() -> int:
    """Reminds each borrower whose next step has come; returns how many. Safe to run twice."""
    late: dict[int, list[Line]] = defaultdict(list)
    for line in overdue_lines():
        late[line.request_id].append(line)
    return sum(_remind(request, lines) for request, lines in late.items())


def overdue_lines() -> list[Line]:
    found = Line.objects.filter(ends__lte=timezone.now(), bookings__state=BookingState.OUT)
    return list(found.select_related("article", "room", "kit").distinct().order_by("ends", "pk"))


@transaction.atomic
def _remind(pk: int, lines: list[Line]) -> bool:
    request = Request.objects.select_for_update().get(pk=pk)
    due = min(line.ends for line in lines)
    days = (timezone.now() - due) // dt.timedelta(days=1)
    reached = sum(1 for step in STEPS if days >= step)
    before = request.steps.filter(kind=StepKind.REMINDED, at__gt=due)
    # Where the worker slept for some days, one mail stands for all the steps that went by.
    if reached <= max((int(step.text) for step in before), default=0):
        return False
    tell(request, StepKind.REMINDED, text=str(reached))
    staff_letters.remind(request, lines, days)
    return True
