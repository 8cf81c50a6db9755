"""What the page of a thing shows: calendar, prices, rules, measures."""

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plugins.resources.domain.availability import NONE, Stock, free_in, key_of
from plugins.resources.domain.checks import point_of
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.pricing import price_of
from plugins.resources.domain.queries import Thing
from plugins.resources.domain.rules import Conditions, Rulebook
from plugins.resources.domain.times import Period, room_days, today, whole_days
from plugins.resources.domain.wording import money
from plugins.resources.enums import BorrowerClass
from plugins.resources.models import Article, Kit, ResourcesPage, Room
from plugins.resources.rows import url_of

MONTHS = 2


@dataclass
class Sheet:
    """A thing for one class of borrower; ``period`` are the days that were chosen."""

    page: ResourcesPage
    thing: Thing
    period: Period | None
    borrower: BorrowerClass

    @cached_property
    def rules(self) -> Rulebook:
        return Rulebook()

    @cached_property
    def opening(self) -> Opening:
        return Opening()

    @cached_property
    def conditions(self) -> Conditions:
        return self.rules.conditions(self.thing, self.borrower)

    @cached_property
    def days(self) -> list[dt.date]:
        """From the first of this month to the end of the next."""
        start = today().replace(day=1)
        second = (start + dt.timedelta(days=31)).replace(day=1)
        end = (second + dt.timedelta(days=31)).replace(day=1)
        return [start + dt.timedelta(days=number) for number in range((end - start).days)]

    @cached_property
    def stocks(self) -> dict[dt.date, Stock]:
        key = key_of(self.thing)
        to_come = [day for day in self.days if day >= today()]
        of_day = room_days if isinstance(self.thing, Room) else whole_days
        found = free_in([of_day(day, day) for day in to_come], [key])
        return {day: one.get(key, NONE) for day, one in zip(to_come, found, strict=True)}

    @property
    def first_free(self) -> Period | None:
        """The first day that can be had by the rules."""
        earliest = today() + dt.timedelta(days=self.conditions.lead_days)
        for day, stock in self.stocks.items():
            if day >= earliest and stock.free and not self._shut(day):
                return whole_days(day, day)
        return None

    @property
    def months(self) -> list[dict[str, Any]]:
        firsts = [day for day in self.days if day.day == 1]
        return [{"title": date_format(day, "F Y"), "weeks": self._weeks(day)} for day in firsts]

    @property
    def weekdays(self) -> list[dict[str, str]]:
        monday = dt.date(2024, 1, 1)
        days = [monday + dt.timedelta(days=number) for number in range(7)]
        return [{"short": date_format(day, "D"), "long": date_format(day, "l")} for day in days]

    @property
    def legend(self) -> list[dict[str, str]]:
        items = [("free", _("free")), ("full", _("taken")), ("shut", _("nothing handed out"))]
        if not isinstance(self.thing, Room):
            items.insert(1, ("few", _("only 1 left")))
        if self.period:
            items.append(("pick", _("your days")))
        return [{"state": state, "text": text} for state, text in items]

    def _weeks(self, first: dt.date) -> list[list[dict[str, Any] | None]]:
        weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
        return [
            [self._day(day) if day.month == first.month else None for day in one] for one in weeks
        ]

    def _day(self, day: dt.date) -> dict[str, Any]:
        state, text = self._state(day)
        linked = state in {"free", "few", "pick"}
        query = f"von={day}&bis={day}"
        url = url_of(self.page, self.thing, query) if linked else ""
        return {"number": day.day, "state": state, "text": text, "url": url}

    def _state(self, day: dt.date) -> tuple[str, str]:
        stock = self.stocks.get(day)
        if stock is None:
            return "past", _("over")
        if self.period and self.period.first <= day <= self.period.last:
            return "pick", _("your day")
        if not stock.free:
            return "full", _("taken")
        if day < today() + dt.timedelta(days=self.conditions.lead_days):
            return "shut", _("too soon")
        if reason := self._shut(day):
            return "shut", reason
        if stock.free == 1 and stock.total > 1:
            return "few", _("only 1 left")
        return "free", _("free")

    def _shut(self, day: dt.date) -> str:
        point = None if isinstance(self.thing, Room) else point_of(self.thing)
        return self.opening.reason(point, day)

    @property
    def price_columns(self) -> list[str]:
        return [_("Who borrows"), _("A day"), _("Each further day"), _("Deposit")]

    @property
    def price_rows(self) -> list[list[str]]:
        return [
            self._price_row(who, conditions)
            for who, conditions in self.rules.by_class(self.thing).items()
        ]

    def _price_row(self, who: BorrowerClass, conditions: Conditions) -> list[str]:
        label = str(who.label)
        label = label[:1].upper() + label[1:]
        if not conditions.lendable:
            return [label, _("is not lent"), "", ""]
        first, deposit = price_of(conditions, 1, 1)
        none = _("none")
        further = money(conditions.price_day)
        return [label, money(first), further, money(deposit) if deposit else none]

    @property
    def facts(self) -> list[dict[str, str]]:
        """What one should know, in short."""
        conditions = self.conditions
        point = point_of(self.thing)
        where = f"{point.name}, {point.address}".strip(", ") if point else ""
        facts = [
            (_("Where"), where),
            (_("Ahead"), _("%d days at least") % conditions.lead_days),
            (_("How long"), _("%d days at most") % conditions.longest_days),
            (_("At once"), _("%d at most") % conditions.most if conditions.most else ""),
        ]
        return [{"label": label, "value": value} for label, value in facts if value]

    @property
    def details(self) -> list[tuple[str, str]]:
        """Texts with a heading, those that are there."""
        thing = self.thing
        found: list[tuple[str, str]] = []
        if isinstance(thing, Article):
            found += [
                (_("Measures and weight"), thing.measures),
                (_("Accessories"), thing.accessories),
                (_("Instructions"), thing.instructions),
            ]
        if isinstance(thing, Room):
            seats = "\n".join(str(one) for one in thing.layouts.all())
            found += [
                (_("Seats"), seats),
                (_("Equipment"), thing.equipment),
                (_("Kitchen"), thing.kitchen),
                (_("Accessibility"), thing.accessibility),
                (_("Noise hours"), thing.noise),
                (_("House rules"), thing.house_rules),
            ]
        if isinstance(thing, Kit):
            found.append((_("What is in it"), "\n".join(map(str, thing.parts.all()))))
        found.append((_("Rules"), "\n\n".join(self.conditions.texts)))
        return [(title, text) for title, text in found if text]
