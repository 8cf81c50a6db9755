"""Dates as people here write them: "Mo, 7. April 2025, 18 Uhr"."""

from datetime import date, datetime

from django.utils import formats, timezone, translation


def german_date(value: date, *, weekday: bool = True) -> str:
    """ "Mo, 7. April 2025" in the active language's own way; German has no leading zero."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if not _is_german():
        return formats.date_format(value, "DATE_FORMAT")
    return formats.date_format(value, "D, j. F Y" if weekday else "j. F Y")


def german_datetime(value: datetime) -> str:
    """ "Mo, 7. April 2025, 18 Uhr", "… 17.30 Uhr" with minutes."""
    local = timezone.localtime(value)
    if not _is_german():
        return formats.date_format(local, "DATETIME_FORMAT")
    clock = f"{local.hour}.{local.minute:02d}" if local.minute else str(local.hour)
    return f"{german_date(local)}, {clock} Uhr"


def _is_german() -> bool:
    return (translation.get_language() or "de").startswith("de")
