"""When pick-up points hand out: opening hours, closed days and holidays, with the reason."""

import datetime as dt
from collections import defaultdict
from functools import cached_property

from django.utils.translation import gettext as _
from holidays import country_holidays

from plugins.resources.models import ClosedDay, OpeningHours, PickupPoint

STATE = "NW"
Hours = list[tuple[dt.time, dt.time]]


class Opening:
    """All pick-up points' hours and closed days, read with three queries, when first asked."""

    def reason(self, point: PickupPoint | None, day: dt.date) -> str:
        """Why nothing is handed out on this day; empty where something is.

        Without a pick-up point only what is closed everywhere counts.
        """
        for closed in self._closed:
            at_all = closed.point_id is None or (point and closed.point_id == point.pk)
            if at_all and closed.first <= day <= closed.last:
                return closed.reason
        if point is None:
            return ""
        if point.holidays and (name := holiday(day)):
            return name
        if not self.hours(point, day):
            weekday = _WEEKDAYS[day.weekday()]
            return _("%(point)s is closed on %(weekday)s") % {
                "point": point.name,
                "weekday": _(weekday),
            }
        return ""

    def hours(self, point: PickupPoint, day: dt.date) -> Hours:
        return self._hours.get((point.pk, day.weekday()), [])

    def next_open(self, point: PickupPoint | None, day: dt.date) -> dt.date | None:
        """The first day from this one on that is open, within two months."""
        days = (day + dt.timedelta(days=number) for number in range(62))
        return next((one for one in days if not self.reason(point, one)), None)

    @cached_property
    def points(self) -> dict[int, PickupPoint]:
        return {point.pk: point for point in PickupPoint.objects.all()}

    @cached_property
    def _closed(self) -> list[ClosedDay]:
        return list(ClosedDay.objects.all())

    @cached_property
    def _hours(self) -> dict[tuple[int, int], Hours]:
        found: dict[tuple[int, int], Hours] = defaultdict(list)
        for row in OpeningHours.objects.order_by("opens"):
            found[row.point_id, row.weekday].append((row.opens, row.closes))
        return found


# Msgids of the enumeration's labels, said of a day that comes every week.
_WEEKDAYS = (
    "Mondays",
    "Tuesdays",
    "Wednesdays",
    "Thursdays",
    "Fridays",
    "Saturdays",
    "Sundays",
)


def holiday(day: dt.date) -> str:
    """The public holiday of North Rhine-Westphalia on this day, in German; empty for none."""
    return country_holidays("DE", subdiv=STATE, years=day.year, language="de").get(day) or ""
