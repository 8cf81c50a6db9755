"""Days and hours in Berlin: what a day is, which times do not exist, how many days a loan has."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")
# A room that is asked for by days alone is wanted in these hours.
ROOM_FROM = dt.time(8)
ROOM_UNTIL = dt.time(22)


class NoSuchTime(ValueError):
    """The clocks jump over this time in the night of the change to summer time."""


@dataclass(frozen=True)
class Period:
    """From a moment until another, both aware."""

    starts: dt.datetime
    ends: dt.datetime

    @property
    def first(self) -> dt.date:
        return self.starts.astimezone(BERLIN).date()

    @property
    def last(self) -> dt.date:
        """The last day: one that ends at midnight ends on the day before."""
        moment = dt.timedelta(microseconds=1)
        return (self.ends.astimezone(dt.UTC) - moment).astimezone(BERLIN).date()

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def moved(self, days: int) -> "Period":
        """By days of the calendar: what begins at nine begins at nine, whatever the clocks do."""
        return Period(_moved(self.starts, days), _moved(self.ends, days))


def _moved(moment: dt.datetime, days: int) -> dt.datetime:
    local = moment.astimezone(BERLIN).replace(tzinfo=None)
    return (local + dt.timedelta(days=days)).replace(tzinfo=BERLIN)


def whole_days(first: dt.date, last: dt.date) -> Period:
    """From the beginning of the first day to the end of the last: 23 or 25 hours count as one."""
    return Period(_midnight(first), _midnight(last + dt.timedelta(days=1)))


def in_hours(first: dt.date, opens: dt.time, last: dt.date, closes: dt.time) -> Period:
    """From an hour to an hour, as for rooms.

    An hour that comes twice, in the night of the change to winter time, is taken whole: the
    first one begins, the second one ends.

    :raises NoSuchTime: the clocks jump over one of the two.
    """
    return Period(_existing(first, opens, fold=0), _existing(last, closes, fold=1))


def room_days(first: dt.date, last: dt.date) -> Period:
    return in_hours(first, ROOM_FROM, last, ROOM_UNTIL)


def today() -> dt.date:
    return timezone.now().astimezone(BERLIN).date()


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=BERLIN)


def _existing(day: dt.date, time: dt.time, *, fold: int) -> dt.datetime:
    moment = dt.datetime.combine(day, time, tzinfo=BERLIN).replace(fold=fold)
    there_and_back = moment.astimezone(dt.UTC).astimezone(BERLIN)
    if there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise NoSuchTime(f"{moment:%d.%m.%Y %H:%M}")
    return moment
