"""Which rule holds: the one place that says in which order rules are asked.

Field by field, the first rule that says something wins:

1. the thing itself (article, room, kit), for this borrower class
2. the thing itself, for everybody
3. its category, for this borrower class
4. its category, for everybody
5. everything, for this borrower class
6. everything, for everybody
7. the pool's settings under *Erweiterungen*

So a rule for "Sound and light" that only names a price leaves lead time and limits to the
general rule. Texts of rules are not overridden: each that applies is shown, nearest first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from plugins.resources.enums import Approval, BorrowerClass
from plugins.resources.models import Article, Kit, Room, Rule
from verbund.plugin import plugin_settings

Thing = Article | Room | Kit
FIELDS = (
    "lendable",
    "lead_days",
    "ahead_days",
    "longest_days",
    "most",
    "days_a_year",
    "over_closed",
    "price",
    "price_day",
    "deposit",
    "approval",
    "cancel_days",
)


@dataclass(frozen=True)
class Conditions:
    """What holds for one thing and one class of borrower; None: no limit."""

    lendable: bool
    lead_days: int
    ahead_days: int
    longest_days: int
    most: int | None
    days_a_year: int | None
    over_closed: bool
    price: Decimal
    price_day: Decimal
    deposit: Decimal
    approval: str
    cancel_days: int
    texts: tuple[str, ...] = ()

    @property
    def is_automatic(self) -> bool:
        return self.approval == Approval.AUTOMATIC

    @property
    def is_free(self) -> bool:
        return not self.price and not self.price_day


class Rulebook:
    """All rules of the pool, read with one query; asked as often as needed."""

    def __init__(self, rules: Iterable[Rule] | None = None) -> None:
        self._given = rules

    @cached_property
    def _rules(self) -> dict[tuple[str, int | None, str], Rule]:
        rules = Rule.objects.all() if self._given is None else self._given
        return {(*_target(rule), rule.borrower): rule for rule in rules}

    def conditions(self, thing: Thing, borrower: str) -> Conditions:
        """What holds for this thing and this class of borrower."""
        rules = list(self._asked(thing, borrower))
        values = {name: _first(rules, name) for name in FIELDS}
        defaults = _defaults()
        known = {name: value for name, value in values.items() if value is not None}
        texts = tuple(dict.fromkeys(rule.text for rule in rules if rule.text))
        return Conditions(**{**defaults, **known}, texts=texts)

    def by_class(self, thing: Thing) -> dict[BorrowerClass, Conditions]:
        """For each class of borrower, in the order of the enumeration."""
        return {one: self.conditions(thing, one) for one in BorrowerClass}

    def _asked(self, thing: Thing, borrower: str) -> Iterator[Rule]:
        targets = (
            (type(thing).__name__.lower(), thing.pk),
            ("category", thing.category_id),
            ("", None),
        )
        for kind, pk in targets:
            for whom in (borrower, ""):
                rule = self._rules.get((kind, pk, whom))
                if rule is not None:
                    yield rule


def _target(rule: Rule) -> tuple[str, int | None]:
    for kind in ("article", "room", "kit", "category"):
        pk = getattr(rule, f"{kind}_id")
        if pk is not None:
            return kind, pk
    return "", None


def _first(rules: list[Rule], name: str) -> object:
    """An empty text says nothing, as an empty number does; False and 0 are answers."""
    return next(
        (value for rule in rules if (value := getattr(rule, name)) is not None and value != ""),
        None,
    )


def _defaults() -> dict[str, Any]:
    settings = plugin_settings("resources")
    nothing = Decimal("0.00")
    return {
        "lendable": True,
        "lead_days": settings.lead_days,
        "ahead_days": settings.ahead_days,
        "longest_days": settings.longest_days,
        "most": None,
        "days_a_year": None,
        "over_closed": True,
        "price": nothing,
        "price_day": nothing,
        "deposit": nothing,
        "approval": settings.approval,
        "cancel_days": settings.cancel_days,
    }
