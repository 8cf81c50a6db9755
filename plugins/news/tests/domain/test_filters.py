"""Filters as they stand in addresses."""

import pytest

from plugins.news.domain.filters import NewsFilter, UnknownFilter, read_filter


def test_an_address_without_filter_asks_for_all():
    chosen = read_filter({})

    assert chosen == NewsFilter()
    assert not chosen
    assert chosen.query == ""


def test_the_query_has_one_order():
    chosen = read_filter({"jahr": "2025", "thema": "bildung"})

    assert chosen == NewsFilter("bildung", 2025)
    assert chosen.query == "thema=bildung&jahr=2025"


def test_another_topic_keeps_the_year():
    assert NewsFilter("bildung", 2025).with_topic("").query == "jahr=2025"


@pytest.mark.parametrize("year", ["abc", "25", "0000", "20255", "²⁰²⁵", "1" * 5000])
def test_what_is_no_year_is_refused(year):
    with pytest.raises(UnknownFilter, match="four digits"):
        read_filter({"jahr": year})
