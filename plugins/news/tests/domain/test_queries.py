"""What the public may see, and in which order."""

import datetime as dt

import pytest
from django.utils import timezone

from plugins.news.domain import queries
from plugins.news.domain.filters import NewsFilter
from plugins.news.models import NewsPage, PressReleasePage, RelatedItem
from plugins.news.tests.factories import (
    draft,
    german_index,
    in_days,
    index_in,
    on,
    published,
    release,
    restrict,
)
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")


def titles(items):
    return [item.title for item in items]


def test_live_items_are_visible():
    published("Da")
    draft("Entwurf")

    assert titles(queries.visible_items()) == ["Da"]


def test_a_scheduled_item_is_not_visible():
    published("Später", go_live_at=in_days(1))

    assert not queries.visible_items().exists()


def test_an_embargo_hides_even_a_row_that_says_live():
    item = release("Gesperrt", embargo_until=in_days(1))
    NewsPage.objects.filter(pk=item.pk).update(live=True)

    assert not queries.visible_items().exists()


def test_an_expired_item_is_gone_before_the_worker_comes():
    item = published("Vorbei")
    NewsPage.objects.filter(pk=item.pk).update(expire_at=timezone.now())

    assert not queries.visible_items().exists()


def test_a_restricted_item_is_not_visible():
    restrict(published("Intern"))
    published("Offen")

    assert titles(queries.visible_items()) == ["Offen"]


def test_a_restriction_above_hides_all_below():
    published("Intern")
    restrict(german_index())

    assert not queries.visible_items().exists()


def test_each_language_has_its_own_list():
    published("Deutsch")
    published("Türkçe", index=index_in("tr"))

    assert titles(queries.visible_items(german_index())) == ["Deutsch"]
    assert titles(queries.visible_items(index_in("tr"))) == ["Türkçe"]
    assert queries.visible_items().count() == 2


def test_topic_and_year_narrow_down():
    published("Alt", topics=["bildung"], date=on(2024))
    published("Neu", topics=["bildung", "jugend"], date=on(2025))
    published("Anderes", topics=["jugend"], date=on(2025))

    found = queries.matching(queries.visible_items(), NewsFilter("bildung", 2025))

    assert titles(found) == ["Neu"]


def test_press_releases_are_found_as_a_topic():
    published("Meldung")
    release("Mitteilung")

    found = queries.matching(queries.visible_items(), NewsFilter("pressemitteilungen"))

    assert titles(found) == ["Mitteilung"]


def test_the_year_is_that_of_berlin():
    published("Silvester", date=dt.datetime(2025, 12, 31, 23, 30, tzinfo=dt.UTC))

    found = queries.matching(queries.visible_items(), NewsFilter(year=2026))

    assert titles(found) == ["Silvester"]
    assert queries.archive_years(queries.visible_items()) == [2026]


def test_pinned_items_come_first_in_lists_alone():
    published("Oben", date=on(2023), pinned=True)
    published("Neu", date=on(2025))
    published("Alt", date=on(2024))

    assert titles(queries.pinned_first(queries.visible_items())) == ["Oben", "Neu", "Alt"]
    assert titles(queries.newest(queries.visible_items())) == ["Neu", "Alt", "Oben"]


def test_topics_are_counted_without_what_is_hidden():
    published("Eins", topics=["bildung"])
    published("Zwei", topics=["bildung", "jugend"])
    draft("Entwurf", topics=["umwelt"])

    found = queries.topic_choices(queries.visible_items())

    assert [(one.name, one.count) for one in found] == [("Bildung", 2), ("Jugend", 1)]


def test_years_of_the_archive():
    published("Alt", date=on(2023))
    published("Neu", date=on(2025))
    published("Auch neu", date=on(2025))
    draft("Entwurf", date=on(2021))

    assert queries.archive_years(queries.visible_items()) == [2025, 2023]


def test_related_are_the_chosen_then_the_same_topic_then_the_newest():
    item = published("Diese", topics=["bildung"])
    chosen = published("Gewählt", date=on(2020))
    published("Neuestes", date=on(2025))
    published("Thema", topics=["bildung"], date=on(2022))
    RelatedItem.objects.create(page=item, item=chosen)

    assert titles(queries.related_to(item)) == ["Gewählt", "Thema", "Neuestes"]


def test_related_items_are_visible_ones():
    item = published("Diese")
    hidden = release("Gesperrt", embargo_until=in_days(1))
    RelatedItem.objects.create(page=item, item=hidden)

    assert queries.related_to(item) == []


def test_a_single_item_is_visible_or_not():
    assert queries.is_visible(published("Da"))
    assert not queries.is_visible(draft("Entwurf"))


@pytest.mark.parametrize("count", [1, 3])
def test_cards_cost_the_same_however_many(count):
    for number in range(count):
        published(f"Meldung {number}", topics=["bildung"])
        release(f"Mitteilung {number}")

    items = queries.for_cards(queries.newest(queries.visible_items()))

    # The items, their topics and the files of press releases; no picture, no query for it.
    with counted_queries() as asked:
        assert len(list(items)) == 2 * count

    assert len(asked) == 3, asked


def test_the_other_city_sees_nothing(duesseldorf):
    published("Dortmund")
    release("Auch Dortmund")

    with tenant_context(duesseldorf):
        found = [*NewsPage.objects.all(), *PressReleasePage.objects.all()]

    assert found == []
