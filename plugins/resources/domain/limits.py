"""Until when a borrower may change or cancel a line by her link."""

import datetime as dt

from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.times import BERLIN, today
from plugins.resources.enums import RUNNING_REQUESTS, LineStatus
from plugins.resources.models import Line, Request

OPEN = (LineStatus.HELD, LineStatus.CONFIRMED, LineStatus.WAITING, LineStatus.OFFERED)


def last_day(line: Line, request: Request, rules: Rulebook) -> dt.date:
    """The last day on which the rule allows it."""
    days = rules.conditions(line.thing, request.borrower).cancel_days
    return line.starts.astimezone(BERLIN).date() - dt.timedelta(days=days)


def may_change(line: Line, request: Request, rules: Rulebook) -> bool:
    is_open = line.status in OPEN and request.status in RUNNING_REQUESTS
    return is_open and today() <= last_day(line, request, rules)
