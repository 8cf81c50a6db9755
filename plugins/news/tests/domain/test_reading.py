"""Words of an item."""

import pytest

from plugins.news.domain.reading import reading_minutes, words_of
from plugins.news.models import NewsPage

pytestmark = pytest.mark.usefixtures("in_dortmund")


def item(words):
    return NewsPage(title="Neu", body=[("heading", {"text": "Wort " * words, "level": "2"})])


def test_the_words_are_those_of_the_blocks():
    assert words_of(item(2)).split() == ["Wort", "Wort"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (100, 0), (191, 2), (760, 4)])
def test_the_time_it_takes(words, minutes):
    assert reading_minutes(item(words)) == minutes
