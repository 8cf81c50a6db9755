"""Dates as people write them: "Mo, 7. April 2025, 18 Uhr"."""

import datetime as dt

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

# By language, "" for all others: day, day without year, month and year, full hour, hour and minutes.
DAY = {"de": "D, j. F Y", "en": "D, j F Y", "": "D, j F Y"}
DAY_OF_YEAR = {"de": "D, j. F", "en": "D, j F", "": "D, j F"}
MONTH = {"de": "F Y", "": "F Y"}
FULL_HOUR = {"de": "G \\U\\h\\r", "en": "g A", "": "G:i"}
MINUTES = {"de": "G.i \\U\\h\\r", "en": "g:i A", "": "G:i"}

Moment = dt.date | dt.datetime


def _pattern(table: dict[str, str]) -> str:
    language = (get_language() or "").partition("-")[0]
    return table.get(language, table[""])


def _local(value: Moment) -> Moment:
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def day(value: Moment) -> str:
    """Mo, 7. April 2025"""
    return formatted(_local(value), _pattern(DAY))


def day_of_year(value: Moment) -> str:
    """Mo, 7. April"""
    return formatted(_local(value), _pattern(DAY_OF_YEAR))


def month_year(value: Moment) -> str:
    """April 2025"""
    return formatted(_local(value), _pattern(MONTH))


def clock(value: Moment) -> str:
    """18 Uhr, or 17.30 Uhr; empty for a date without a time."""
    local = _local(value)
    if not isinstance(local, dt.datetime):
        return ""
    return formatted(local, _pattern(MINUTES if local.minute else FULL_HOUR))


def moment(value: Moment) -> str:
    """Mo, 7. April 2025, 18 Uhr; a date without a time is a day."""
    return f"{day(value)}, {clock(value)}" if isinstance(value, dt.datetime) else day(value)


def days_left(value: Moment, today: dt.date | None = None) -> str:
    """noch 2 Tage, heute; empty for what is past."""
    local = _local(value)
    last = local.date() if isinstance(local, dt.datetime) else local
    left = (last - (today or timezone.localdate())).days
    if left < 0:
        return ""
    if left == 0:
        return _("today")
    return ngettext("%(count)d day left", "%(count)d days left", left) % {"count": left}


def iso(value: Moment) -> str:
    """2025-04-07, or 2025-04-07T18:00+02:00."""
    local = _local(value)
    if isinstance(local, dt.datetime):
        return local.isoformat(timespec="minutes")
    return local.isoformat()
