"""How many days a year somebody may have a thing, over all her requests."""

from django.db.models import Q
from django.utils.translation import gettext as _

from plugins.resources.domain.checks import Problem
from plugins.resources.domain.rules import Conditions
from plugins.resources.domain.times import BERLIN, Period
from plugins.resources.enums import LineStatus
from plugins.resources.models import Line
from plugins.resources.models.requests import Wanted

COUNTED = (LineStatus.HELD, LineStatus.CONFIRMED, LineStatus.OUT, LineStatus.DONE)


def quota_problem(
    wanted: Wanted, email: str, organisation_key: str, conditions: Conditions
) -> Problem | None:
    """What is wrong with the days of the year in which it begins; None: nothing."""
    if conditions.days_a_year is None:
        return None
    year = wanted.starts.astimezone(BERLIN).year
    used = sum(
        Period(line.starts, line.ends).days
        for line in _lines(wanted, email, organisation_key, year)
    )
    days = Period(wanted.starts, wanted.ends).days
    if used + days <= conditions.days_a_year:
        return None
    text = _("%(most)d days a year are possible; %(used)d of %(year)d are used.")
    values = {"most": conditions.days_a_year, "used": used, "year": year}
    return Problem("days_a_year", "ends", text % values)


def _lines(wanted: Wanted, email: str, organisation_key: str, year: int) -> list[Line]:
    who = Q(request__email__iexact=email)
    if organisation_key:
        who = Q(request__organisation_key=organisation_key)
    return list(
        Line.objects.filter(
            who,
            article=wanted.article,
            room=wanted.room,
            kit=wanted.kit,
            starts__year=year,
            status__in=COUNTED,
        )
    )
