"""What a line costs: worked out here from the rules, never taken from a form."""

from collections.abc import Iterable
from decimal import Decimal

from plugins.resources.domain.rules import Conditions, Rulebook
from plugins.resources.domain.times import Period
from plugins.resources.enums import LineStatus
from plugins.resources.models import Line
from plugins.resources.models.requests import Wanted

COUNTED = (
    LineStatus.HELD,
    LineStatus.CONFIRMED,
    LineStatus.OFFERED,
    LineStatus.OUT,
    LineStatus.DONE,
)


def price_of(conditions: Conditions, number: int, days: int) -> tuple[Decimal, Decimal]:
    """Price and deposit of so many pieces for so many days."""
    return (
        number * (conditions.price + conditions.price_day * days),
        number * conditions.deposit,
    )


def price_line(
    line: Wanted, borrower: str, rules: Rulebook | None = None
) -> tuple[Decimal, Decimal]:
    conditions = (rules or Rulebook()).conditions(line.thing, borrower)
    return price_of(conditions, line.number, Period(line.starts, line.ends).days)


def sum_up(lines: Iterable[Line]) -> tuple[Decimal, Decimal]:
    """Total and deposit of what is wanted or lent; what was refused or cancelled costs nothing."""
    counted = [line for line in lines if line.status in COUNTED]
    zero = Decimal("0.00")
    return sum((one.price for one in counted), zero), sum((one.deposit for one in counted), zero)
