"""What may be wanted: each refusal with a stable code and a sentence for the one who asks.

Forms, the basket, links and the request itself all ask `problems_of`; a request that gets past
a form is refused here all the same.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.resources.domain.availability import NONE, Key, Stock, key_of
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.rules import Conditions, Rulebook
from plugins.resources.domain.times import NoSuchTime, Period, in_hours, today, whole_days
from plugins.resources.models import Article, Kit, PickupPoint, Room
from verbund.plugin import german_date

Thing = Article | Room | Kit
MOST_PIECES = 1000


@dataclass(frozen=True)
class Problem:
    """What is wrong with which field: ``starts``, ``ends``, ``number`` or ``thing``."""

    code: str
    field: str
    message: str


@dataclass(frozen=True)
class Basis:
    """What checks read, once for many lines."""

    rules: Rulebook
    opening: Opening
    borrower: str


def period_problem(first: dt.date, last: dt.date) -> Problem | None:
    """What is wrong with two days whatever is wanted."""
    if last < first:
        return Problem(
            "backwards",
            "ends",
            _("The end (%(last)s) lies before the beginning (%(first)s).")
            % {"last": german_date(last), "first": german_date(first)},
        )
    if first < today():
        return Problem(
            "past", "starts", _("%s is over. Choose a day from today on.") % german_date(first)
        )
    return None


def read_period(
    thing: Thing,
    first: dt.date,
    last: dt.date,
    opens: dt.time | None = None,
    closes: dt.time | None = None,
) -> Period | Problem:
    """The time that is meant by days, and for a room by hours."""
    problem = period_problem(first, last)
    if problem is not None:
        return problem
    if not isinstance(thing, Room) or opens is None or closes is None:
        return whole_days(first, last)
    try:
        period = in_hours(first, opens, last, closes)
    except NoSuchTime as error:
        return Problem(
            "no_such_time",
            "starts",
            _("%s does not exist: in this night the clocks are put forward.") % error,
        )
    if period.ends <= period.starts:
        return Problem("backwards", "ends", _("The end lies before the beginning."))
    return period


def problems_of(
    thing: Thing, number: int, period: Period, basis: Basis, stock: Stock | None = None
) -> list[Problem]:
    """All that speaks against it; empty: it may be requested.

    :param stock: what there is and what is free then; None: not looked at.
    """
    early = period_problem(period.first, period.last)
    if early is not None:
        return [early]
    conditions = basis.rules.conditions(thing, basis.borrower)
    found = [
        *_of_thing(thing, conditions),
        *_of_days(period, conditions),
        *_of_closed_days(thing, period, conditions, basis.opening),
        *_of_number(number, conditions, stock),
    ]
    return found


def _of_thing(thing: Thing, conditions: Conditions) -> list[Problem]:
    if not thing.shown or not conditions.lendable:
        text = _("“%s” is not lent to you.") % thing.name
        return [Problem("not_lent", "thing", text)]
    return []


def _of_days(period: Period, conditions: Conditions) -> list[Problem]:
    found = []
    ahead = (period.first - today()).days
    if ahead < conditions.lead_days:
        earliest = today() + dt.timedelta(days=conditions.lead_days)
        text = _("We need %(days)s days ahead: the first day that can be is %(day)s.")
        values = {"days": conditions.lead_days, "day": german_date(earliest)}
        found.append(Problem("too_soon", "starts", text % values))
    if ahead > conditions.ahead_days:
        latest = today() + dt.timedelta(days=conditions.ahead_days)
        text = _("So far ahead we do not lend. The last day that can be is %s.")
        found.append(Problem("too_far", "starts", text % german_date(latest)))
    if period.days > conditions.longest_days:
        text = ngettext(
            "%(days)d days are too long: it is lent for %(most)d day at most.",
            "%(days)d days are too long: it is lent for %(most)d days at most.",
            conditions.longest_days,
        )
        values = {"days": period.days, "most": conditions.longest_days}
        found.append(Problem("too_long", "ends", text % values))
    return found


def _of_closed_days(
    thing: Thing, period: Period, conditions: Conditions, opening: Opening
) -> list[Problem]:
    if isinstance(thing, Room):
        # A room needs nobody at the counter; what is closed everywhere is closed.
        return _closed(period.first, "starts", None, opening)
    point = point_of(thing)
    found = [
        *_closed(period.first, "starts", point, opening),
        *([] if period.days == 1 else _closed(period.last, "ends", point, opening)),
    ]
    if found or conditions.over_closed:
        return found
    between = (period.first + dt.timedelta(days=number) for number in range(1, period.days - 1))
    for day in between:
        reason = opening.reason(point, day)
        if reason:
            text = _("It may not be away over a closed day: %(day)s (%(reason)s).")
            values = {"day": german_date(day), "reason": reason}
            return [Problem("over_closed", "ends", text % values)]
    return []


def _closed(day: dt.date, field: str, point: PickupPoint | None, opening: Opening) -> list[Problem]:
    reason = opening.reason(point, day)
    if not reason:
        return []
    other = opening.next_open(point, day)
    text = _("On %(day)s nothing is handed out: %(reason)s.")
    text %= {"day": german_date(day), "reason": reason}
    if other:
        text += " " + _("The next open day is %s.") % german_date(other)
    return [Problem("closed", field, text)]


def _of_number(number: int, conditions: Conditions, stock: Stock | None) -> list[Problem]:
    if not 1 <= number <= MOST_PIECES:
        return [Problem("number", "number", _("Say how many, from 1 on."))]
    if conditions.most is not None and number > conditions.most:
        text = _("At most %d at once.") % conditions.most
        return [Problem("too_many", "number", text)]
    if stock is None or number <= stock.free:
        return []
    if number > stock.total:
        text = _("There are only %d of it.") % stock.total
        return [Problem("beyond_stock", "number", text)]
    if not stock.free:
        return [Problem("taken", "number", _("In this time all are taken."))]
    text = ngettext("In this time only %d is free.", "In this time only %d are free.", stock.free)
    return [Problem("taken", "number", text % stock.free)]


def point_of(thing: Thing) -> PickupPoint | None:
    """Where most of it is handed out; kits where their first part is."""
    if isinstance(thing, Room):
        return thing.point
    if isinstance(thing, Kit):
        part = thing.parts.all().first()
        return point_of(part.article) if part else None
    for unit in thing.units.all():
        if unit.point_id is not None:
            return unit.point
    return None


def stock_of(thing: Thing, stocks: dict[Key, Stock]) -> Stock:
    return stocks.get(key_of(thing), NONE)
