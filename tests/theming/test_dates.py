"""Dates as people write them."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from django.utils import translation

from verbund.theming import dates

DAY = dt.date(2025, 4, 7)
NOON = dt.datetime(2025, 4, 7, 8, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2025, 4, 7, 14, 30, tzinfo=dt.UTC)
NEXT_DAY = dt.datetime(2025, 4, 8, 14, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def in_german() -> Iterator[None]:
    with translation.override("de"):
        yield


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        (dates.day, DAY, "Mo, 7. April 2025"),
        (dates.day, NOON, "Mo, 7. April 2025"),
        (dates.day_of_year, DAY, "Mo, 7. April"),
        (dates.month_year, DAY, "April 2025"),
        (dates.moment, DAY, "Mo, 7. April 2025"),
        (dates.moment, NOON, "Mo, 7. April 2025, 10 Uhr"),
        (dates.iso, DAY, "2025-04-07"),
        (dates.iso, NOON, "2025-04-07T10:00+02:00"),
    ],
)
def test_form(form: Callable[[dates.Moment], str], value: dates.Moment, expected: str) -> None:
    assert form(value) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (None, "Mo, 7. April 2025, 10 Uhr"),
        (NOON, "Mo, 7. April 2025, 10 Uhr"),
        (LATER, "Mo, 7. April 2025, 10 bis 16.30 Uhr"),
        (NEXT_DAY, "Mo, 7. April 2025, 10 Uhr – Di, 8. April 2025, 16 Uhr"),
    ],
)
def test_span(end: dates.Moment | None, expected: str) -> None:
    assert dates.until(NOON, end) == expected


def test_days_left_are_told_until_the_day_itself() -> None:
    with translation.override("en"):
        told = [dates.days_left(dt.date(2025, 4, day), today=DAY) for day in (6, 7, 8, 9)]

    assert told == ["", "today", "1 day left", "2 days left"]


def test_other_language_has_its_own_form() -> None:
    with translation.override("en"):
        assert dates.day(DAY) == "April 7, 2025"
