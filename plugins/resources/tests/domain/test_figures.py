"""Figures of a period, of one city."""

import datetime as dt

import pytest
from django.utils import timezone

from plugins.resources.domain.figures import figures
from plugins.resources.enums import LineStatus
from plugins.resources.models import Line
from plugins.resources.tests import factories
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")


def lent(thing, number=1, days=2, at=0, **values):
    request = factories.request(**values)
    starts, ends = factories.day(at), factories.day(at + days)
    return factories.line(request, thing, number, starts=starts, ends=ends, status=LineStatus.DONE)


def ten_days():
    today = timezone.localdate()
    return figures(today, today + dt.timedelta(days=9))


def test_loans_days_borrowers_and_use():
    beamer, hall = factories.article(units=2), factories.room()
    lent(beamer, 2, organisation_name="A")
    lent(beamer, organisation_name="A", at=3)
    lent(hall, organisation_name="B", days=1)
    lent(beamer, at=20)
    factories.line(factories.request(), beamer, starts=factories.day(1), ends=factories.day(2))

    found = ten_days()

    assert (found.loans, found.days, found.borrowers) == (3, 5, 2)
    assert [(use.name, use.loans, use.pieces, use.days, use.percent) for use in found.uses] == [
        ("Beamer", 2, 3, 4, 30),
        ("Saal", 1, 1, 1, 10),
    ]
    assert sum(count for _month, count in found.months) == 3


def test_it_costs_the_same_with_one_and_with_many():
    beamer = factories.article()
    lent(beamer)

    def cost():
        with counted_queries() as queries:
            ten_days()
        return len(queries)

    one = cost()
    for _number in range(20):
        lent(beamer)

    assert cost() == one == 3


def test_the_other_city_counts_its_own(duesseldorf):
    lent(factories.article())

    with tenant_context(duesseldorf):
        assert ten_days().loans == 0
        assert Line.objects.count() == 0
