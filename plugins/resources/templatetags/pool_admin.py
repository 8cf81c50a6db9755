"""Times, lines and money in the templates of the admin, in the words of the mails."""

import datetime as dt

from django import template

from plugins.resources.domain.times import BERLIN, Period
from plugins.resources.domain.wording import line_words, moment, money, period_words
from plugins.resources.models import Line
from verbund.plugin import german_date

register = template.Library()

register.filter("pool_money", money)
register.filter("pool_moment", moment)
register.filter("pool_line", line_words)


@register.filter
def pool_period(period: Period, line: Line) -> str:
    """As the line itself would say it: rooms with hours."""
    return period_words(period, hours=line.room_id is not None)


@register.filter
def pool_end(when: dt.datetime) -> str:
    """What ends at midnight ends with the day before."""
    local = when.astimezone(BERLIN)
    return german_date(Period(when, when).last) if local.time() == dt.time() else moment(when)
