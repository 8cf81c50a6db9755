"""Times, lines and money as people read them."""

import datetime as dt
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from plugins.resources.domain.times import BERLIN, Period
from plugins.resources.models import Line
from plugins.resources.models.requests import Wanted
from verbund.plugin import german_date, german_datetime


def money(amount: Decimal) -> str:
    """“12,50 €”, “25 €”, or “free of charge”."""
    if not amount:
        return _("free of charge")
    places = 0 if amount == amount.to_integral_value() else 2
    return f"{number_format(amount, places)} €"


def moment(when: dt.datetime | None) -> str:
    return german_datetime(when.astimezone(BERLIN)) if when else ""


def period_words(period: Period, *, hours: bool) -> str:
    """“Fr, 28. März 2025 – Mo, 31. März 2025”; with hours for rooms."""
    if hours:
        return f"{moment(period.starts)} – {_end_words(period)}"
    first = german_date(period.first)
    return first if period.days == 1 else f"{first} – {german_date(period.last)}"


def _end_words(period: Period) -> str:
    ends = period.ends.astimezone(BERLIN)
    if period.days > 1:
        return moment(period.ends)
    return _("%s o'clock") % (f"{ends:%H}" if not ends.minute else f"{ends:%H:%M}").lstrip("0")


def when_words(wanted: Wanted) -> str:
    return period_words(Period(wanted.starts, wanted.ends), hours=wanted.room_id is not None)


def line_words(line: Line) -> str:
    """“2 × Faltpavillon, Fr, 28. März 2025, kostenlos”."""
    number = "" if line.room_id else f"{line.number} × "
    return f"{number}{line.thing.name}, {when_words(line)}, {money(line.price)}"
