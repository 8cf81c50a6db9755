"""The dates of the templates: common's, and the shorter and longer forms that lists need."""

import datetime as dt

from django.utils import formats, timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from verbund.common.dates import german_date, german_datetime

Moment = dt.date | dt.datetime


def _local(value: Moment) -> Moment:
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def _date(value: Moment) -> dt.date:
    local = _local(value)
    return local.date() if isinstance(local, dt.datetime) else local


def _is_german() -> bool:
    return (get_language() or "de").startswith("de")


def day(value: Moment) -> str:
    """Mo, 7. April 2025"""
    return german_date(_date(value))


def day_of_year(value: Moment) -> str:
    """Mo, 7. April"""
    return formats.date_format(_date(value), "D, j. F" if _is_german() else "MONTH_DAY_FORMAT")


def month_year(value: Moment) -> str:
    """April 2025"""
    return formats.date_format(_date(value), "YEAR_MONTH_FORMAT")


def moment(value: Moment) -> str:
    """Mo, 7. April 2025, 18 Uhr; a date without a time is a day."""
    return german_datetime(value) if isinstance(value, dt.datetime) else day(value)


def until(start: Moment, end: Moment | None) -> str:
    """Mo, 7. April 2025, 10 bis 16 Uhr"""
    if end is None or end == start:
        return moment(start)
    if _is_german() and isinstance(start, dt.datetime) and _date(start) == _date(end):
        return f"{moment(start).removesuffix(' Uhr')} bis {moment(end).rpartition(', ')[2]}"
    return f"{moment(start)} – {moment(end)}"


def days_left(value: Moment, today: dt.date | None = None) -> str:
    """noch 2 Tage, heute; empty for what is past."""
    left = (_date(value) - (today or timezone.localdate())).days
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
