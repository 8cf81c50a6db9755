"""Days that content files name relative to the day they are read, and how they are written out."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.dateformat import format as date_format

ZONE = ZoneInfo("Europe/Berlin")
WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
# Long and short, as each language writes a day in a sentence.
FORMATS = {
    "de": ("l, j. F Y", "j. F"),
    "en": ("l, j F Y", "j F"),
    "tr": ("j F Y l", "j F"),
    "ar": ("l j F Y", "j F"),
    "uk": ("l, j E Y", "j E"),
}
PLACEHOLDER = re.compile(
    r"\{\{(?:(?P<days>[+-]\d+)(?: (?P<weekday>[A-Z][a-z]))?(?P<short> short)?"
    r"|year(?P<years>[+-]\d+)?)\}\}"
)


def moment(day: date, in_days: int, at: str, weekday: str = "") -> datetime:
    """in_days after the day, moved on to the next weekday asked for, at a local time."""
    return datetime.combine(shifted(day, in_days, weekday), time.fromisoformat(at), ZONE)


def shifted(day: date, in_days: int, weekday: str = "") -> date:
    found = day + timedelta(days=in_days)
    if not weekday:
        return found
    if weekday not in WEEKDAYS:
        raise ValueError(f"“{weekday}” is no weekday, use one of {', '.join(WEEKDAYS)}.")
    return found + timedelta(days=(WEEKDAYS.index(weekday) - found.weekday()) % 7)


def fill_in_dates(text: str, day: date, language: str) -> str:
    """{{+12}}, {{+12 Sa}}, {{+12 Sa short}}, {{year}} and {{year-1}}, written out."""

    def written(match: re.Match[str]) -> str:
        if match["days"] is None:
            return str(day.year + int(match["years"] or 0))
        found = shifted(day, int(match["days"]), match["weekday"] or "")
        long, short = FORMATS.get(language, FORMATS["en"])
        with translation.override(language):
            return date_format(found, short if match["short"] else long)

    return PLACEHOLDER.sub(written, text)
