"""Things as rows of a list: state, price, what one can do; one answer for a whole page."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plugins.resources.domain.availability import Key, Stock, free_between, key_of, other_dates
from plugins.resources.domain.checks import Basis, Problem, problems_of, stock_of
from plugins.resources.domain.lights import Light, category_light, light_of, room_light
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.pricing import price_of
from plugins.resources.domain.queries import Thing
from plugins.resources.domain.rules import Conditions, Rulebook
from plugins.resources.domain.times import Period, room_days
from plugins.resources.domain.wording import money
from plugins.resources.enums import BorrowerClass
from plugins.resources.models import Category, ResourcesPage, Room
from verbund.plugin import active_language, for_reader, german_date

Row = dict[str, Any]
# Looked at for what is taken: first soon after, then soon before.
SHIFTS = (*range(1, 22), -1, -2, -3)


def url_of(page: ResourcesPage, thing: Thing, query: str = "") -> str:
    """The page of a thing, for this reader."""
    url = for_reader(page.sub_url(key_of(thing).kind, slug=thing.slug), active_language())
    return f"{url}?{query}" if query else url


def address(page: ResourcesPage, name: str, **values: Any) -> str:
    return for_reader(page.sub_url(name, **values), active_language())


def dates_query(period: Period) -> str:
    return f"von={period.first}&bis={period.last}"


@dataclass
class Rows:
    """The rows of some things for one period and one class of borrower."""

    page: ResourcesPage
    things: list[Thing]
    period: Period
    borrower: BorrowerClass
    back: str
    """Where somebody is led when she has put something into the basket."""

    def __post_init__(self) -> None:
        self.rules = Rulebook()
        self.basis = Basis(self.rules, Opening(), self.borrower)
        self.stocks = self._stocks()
        self.problems = {key_of(one): self._problems(one) for one in self.things}
        taken = {
            key: 1
            for key, problems in self.problems.items()
            if [one.code for one in problems] == ["taken"]
        }
        self.others = other_dates(taken, self.period, SHIFTS)

    @property
    def free(self) -> list[Thing]:
        return [one for one in self.things if not self.problems[key_of(one)]]

    @property
    def not_free(self) -> list[Thing]:
        """Those with other dates first: they are nearly free."""
        rest = [one for one in self.things if self.problems[key_of(one)]]
        return sorted(rest, key=lambda one: key_of(one) not in self.others)

    def row(self, thing: Thing) -> Row:
        key = key_of(thing)
        problems = self.problems[key]
        conditions = self.rules.conditions(thing, self.borrower)
        return {
            "title": thing.name,
            "url": url_of(self.page, thing, dates_query(self.period)),
            "text": thing.summary,
            "image": thing.image,
            "gone": bool(problems),
            "status": self._status(thing, problems),
            "note": problems[0].message if problems and problems[0].code != "taken" else "",
            "price": self._price(conditions),
            "price_note": self._price_of_others(thing, conditions),
            "add": self._add(thing, key, problems),
            "links": self._links(thing, key) if problems else [],
        }

    def lights(self) -> dict[int, Light]:
        """The stock light of each category."""
        by_category: dict[int, list[Stock]] = defaultdict(list)
        for thing in self.things:
            by_category[thing.category_id].append(stock_of(thing, self.stocks))
        return {pk: category_light(stocks) for pk, stocks in by_category.items()}

    def counts(self) -> dict[int, int]:
        found: dict[int, int] = defaultdict(int)
        for thing in self.free:
            found[thing.category_id] += 1
        return found

    def _stocks(self) -> dict[Key, Stock]:
        stocks = free_between(self.period)
        rooms = [key_of(one) for one in self.things if isinstance(one, Room)]
        # A room for a day is wanted in its usual hours, not from midnight to midnight.
        hours = room_days(self.period.first, self.period.last)
        return {**stocks, **(free_between(hours, rooms) if rooms else {})}

    def _problems(self, thing: Thing) -> list[Problem]:
        stock = stock_of(thing, self.stocks)
        return problems_of(thing, 1, self.period, self.basis, stock)

    def _status(self, thing: Thing, problems: list[Problem]) -> dict[str, str]:
        stock = stock_of(thing, self.stocks)
        if problems and problems[0].code != "taken":
            return {"kind": "off", "text": _("not possible then")}
        other = self.others.get(key_of(thing))
        if other is not None:
            text = _("taken, free from %s") % german_date(other.first)
            return {"kind": "none", "text": text}
        light = room_light(stock) if isinstance(thing, Room) else light_of(stock)
        return {"kind": light.kind, "text": light.text}

    def _price(self, conditions: Conditions) -> str:
        price, _deposit = price_of(conditions, 1, self.period.days)
        return money(price) if conditions.lendable else ""

    def _price_of_others(self, thing: Thing, own: Conditions) -> str:
        """“other associations 25 €”, where it differs."""
        others = self.rules.conditions(thing, BorrowerClass.PUBLIC)
        if self.borrower == BorrowerClass.PUBLIC:
            members = self.rules.conditions(thing, BorrowerClass.MEMBER)
            if members.lendable and members.price + members.price_day < own.price + own.price_day:
                price, _deposit = price_of(members, 1, self.period.days)
                return _("member organisations: %s") % money(price)
            return ""
        if not others.lendable or others.price + others.price_day == own.price + own.price_day:
            return ""
        price, _deposit = price_of(others, 1, self.period.days)
        return _("others: %s") % money(price)

    def _add(self, thing: Thing, key: Key, problems: list[Problem]) -> Row | None:
        """Into the basket; what is only taken may be waited for."""
        waits = bool(problems)
        if waits and [one.code for one in problems] != ["taken"]:
            return None
        fields = {
            "art": key.kind,
            "was": thing.slug,
            "von": self.period.first.isoformat(),
            "bis": self.period.last.isoformat(),
            "menge": "1",
            "zurueck": self.back,
        } | ({"warten": "1"} if waits else {})
        return {
            "action": address(self.page, "add"),
            "label": _("Waiting list") if waits else _("Into the basket"),
            "quiet": waits,
            "fields": [{"name": name, "value": value} for name, value in fields.items()],
        }

    def _links(self, thing: Thing, key: Key) -> list[Row]:
        other = self.others.get(key, self.period)
        return [{"title": _("Other days"), "url": url_of(self.page, thing, dates_query(other))}]


def category_chips(
    rows: Rows, categories: list[Category], current: str, url: str
) -> list[dict[str, Any]]:
    """How much is free of each category, as filters."""
    counts = rows.counts()
    chips = [
        {"title": _("Everything"), "url": url, "current": not current, "count": len(rows.free)}
    ]
    for category in categories:
        if category.pk in {one.category_id for one in rows.things}:
            chips.append(
                {
                    "title": category.name,
                    "url": f"{url}&was={category.slug}",
                    "current": current == category.slug,
                    "count": counts[category.pk],
                }
            )
    return chips
