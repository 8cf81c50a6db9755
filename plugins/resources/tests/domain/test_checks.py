"""What may be wanted: each refusal with its reason."""

import datetime as dt

import pytest

from plugins.resources.domain.availability import Stock
from plugins.resources.domain.checks import Basis, Problem, problems_of, read_period
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.quotas import quota_problem
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.times import today, whole_days
from plugins.resources.enums import BorrowerClass
from plugins.resources.models import BasketLine, ClosedDay, OpeningHours, Rule
from plugins.resources.tests import factories as make

pytestmark = pytest.mark.usefixtures("in_dortmund")
FRIDAY = 4


def days(first, last):
    start = today()
    return whole_days(start + dt.timedelta(days=first), start + dt.timedelta(days=last))


def codes(thing, period, number=1, stock=None, borrower=BorrowerClass.MEMBER):
    basis = Basis(Rulebook(), Opening(), borrower)
    return [one.code for one in problems_of(thing, number, period, basis, stock)]


def next_friday():
    day = today() + dt.timedelta(days=7)
    return day + dt.timedelta(days=(FRIDAY - day.weekday()) % 7)


def test_what_is_free_and_keeps_the_rules_has_no_problem():
    assert codes(make.article(), days(10, 12), stock=Stock(1, 1)) == []


def test_a_holiday_of_the_state_is_closed_with_its_name():
    point = make.point("Laden", holidays=True)

    assert Opening().reason(point, dt.date(2027, 5, 27)) == "Fronleichnam"
    assert Opening().reason(point, dt.date(2027, 5, 28)) == ""


def test_a_loan_may_go_over_a_closed_weekend_unless_the_rule_says_no():
    point = make.point()
    OpeningHours.objects.filter(point=point, weekday__in=(5, 6)).delete()
    article = make.article()
    friday = next_friday()
    weekend = whole_days(friday, friday + dt.timedelta(days=3))

    assert codes(article, weekend) == []

    Rule.objects.create(over_closed=False)
    assert codes(article, weekend) == ["over_closed"]


def test_nothing_is_fetched_on_a_day_on_which_the_house_is_shut():
    point = make.point()
    OpeningHours.objects.filter(point=point, weekday=5).delete()
    saturday = next_friday() + dt.timedelta(days=1)

    assert codes(make.article(), whole_days(saturday, saturday)) == ["closed"]
    assert codes(make.room(), whole_days(saturday, saturday)) == []


def test_stock_taking_closes_all_places():
    first = today() + dt.timedelta(days=10)
    ClosedDay.objects.create(first=first, last=first, reason="Inventur")

    assert codes(make.room(), days(10, 10)) == ["closed"]


def test_who_is_not_lent_to_is_told():
    article = make.article()
    Rule.objects.create(borrower=BorrowerClass.PUBLIC, lendable=False)

    assert codes(article, days(10, 11), borrower=BorrowerClass.PUBLIC) == ["not_lent"]
    assert codes(article, days(10, 11)) == []


def test_so_many_at_once_and_so_many_at_all():
    chair = make.article("Stuhl")
    Rule.objects.create(article=chair, most=10)

    assert codes(chair, days(10, 11), 11, Stock(40, 40)) == ["too_many"]
    assert codes(chair, days(10, 11), 9, Stock(8, 8)) == ["beyond_stock"]
    assert codes(chair, days(10, 11), 9, Stock(40, 8)) == ["taken"]


def test_days_of_the_year_are_counted_over_all_requests():
    article = make.article()
    Rule.objects.create(days_a_year=3)
    year = today().year + 1
    first = dt.datetime(year, 5, 3, tzinfo=dt.UTC)
    request = make.request(organisation_key="verein")
    make.line(request, article, starts=first, ends=first + dt.timedelta(days=2))
    wanted = BasketLine(article=article, starts=first, ends=first + dt.timedelta(days=2))
    conditions = Rulebook().conditions(article, BorrowerClass.MEMBER)

    found = quota_problem(wanted, "andere@verein.example", "verein", conditions)

    assert found is not None
    assert found.code == "days_a_year"
    assert quota_problem(wanted, "andere@verein.example", "anderer", conditions) is None


def test_an_hour_that_does_not_exist_is_told_in_words():
    spring = dt.date(2027, 3, 28)

    found = read_period(make.room(), spring, spring, dt.time(2, 30), dt.time(12))

    assert isinstance(found, Problem)
    assert found.message.endswith("In dieser Nacht werden die Uhren vorgestellt.")


def test_hours_backwards_on_one_day_are_refused():
    day = today() + dt.timedelta(days=10)

    found = read_period(make.room(), day, day, dt.time(18), dt.time(9))

    assert isinstance(found, Problem)
    assert found.code == "backwards"
