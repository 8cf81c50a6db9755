"""Days and hours in Berlin, in the two nights when the clocks change too."""

import datetime as dt

import pytest

from plugins.resources.domain.times import BERLIN, NoSuchTime, in_hours, whole_days

SPRING = dt.date(2027, 3, 28)
AUTUMN = dt.date(2027, 10, 31)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25)], ids=["spring", "autumn"])
def test_the_day_of_the_change_is_one_day(day, hours):
    period = whole_days(day, day)

    assert period.days == 1
    assert (period.ends.astimezone(dt.UTC) - period.starts.astimezone(dt.UTC)) == dt.timedelta(
        hours=hours
    )


def test_an_hour_that_does_not_exist_is_refused():
    with pytest.raises(NoSuchTime, match=r"28.03.2027 02:30"):
        in_hours(SPRING, dt.time(2, 30), SPRING, dt.time(10))


def test_an_hour_that_comes_twice_is_taken_whole():
    period = in_hours(AUTUMN, dt.time(2, 30), AUTUMN, dt.time(2, 45))

    length = period.ends.astimezone(dt.UTC) - period.starts.astimezone(dt.UTC)
    assert length == dt.timedelta(hours=1, minutes=15)


def test_what_is_moved_over_the_change_keeps_its_hour():
    period = in_hours(dt.date(2027, 3, 27), dt.time(9), dt.date(2027, 3, 27), dt.time(18))

    moved = period.moved(1)

    assert moved.starts.astimezone(BERLIN).hour == 9
    assert moved.first == SPRING


def test_midnight_belongs_to_the_day_before():
    period = whole_days(dt.date(2027, 5, 1), dt.date(2027, 5, 3))

    assert (period.first, period.last, period.days) == (
        dt.date(2027, 5, 1),
        dt.date(2027, 5, 3),
        3,
    )
