"""Plain text and dates as people here write them."""

import datetime as dt

import pytest
from django.utils import translation

from verbund.common.dates import german_date, german_datetime
from verbund.common.middleware.language import language_of_path
from verbund.common.text import plain_text

BERLIN = dt.timezone(dt.timedelta(hours=2))


def test_blocks_are_kept_apart_and_tags_go() -> None:
    markup = "<p>Wir <b>helfen</b>.</p><ul><li>eins</li><li>zwei</li></ul>&amp; mehr"

    assert plain_text(markup) == "Wir helfen. eins zwei & mehr"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (dt.datetime(2025, 4, 7, 18, 0, tzinfo=BERLIN), "Mo, 7. April 2025, 18 Uhr"),
        (dt.datetime(2025, 4, 7, 17, 30, tzinfo=BERLIN), "Mo, 7. April 2025, 17.30 Uhr"),
        (dt.datetime(2025, 4, 7, 22, 5, tzinfo=dt.UTC), "Di, 8. April 2025, 0.05 Uhr"),
    ],
)
def test_moments_in_german(moment: dt.datetime, written: str) -> None:
    with translation.override("de"):
        assert german_datetime(moment) == written


def test_days_in_german_and_in_english() -> None:
    day = dt.date(2025, 4, 7)

    with translation.override("de"):
        assert german_date(day) == "Mo, 7. April 2025"
        assert german_date(day, weekday=False) == "7. April 2025"
    with translation.override("en"):
        assert german_date(day) == "April 7, 2025"


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "de"), ("/tr/", "tr"), ("/tr/suche/", "tr"), ("/uk/", "de"), ("/trier/", "de")],
)
def test_the_language_is_the_first_part_of_the_path_if_the_site_has_it(
    path: str, language: str
) -> None:
    assert language_of_path(path, ["de", "tr", "ar"]) == language
