"""Rules that hold for every item, whoever saves it."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from plugins.news.enums import Kind
from plugins.news.models import NewsIndexPage, NewsPage, Topic
from plugins.news.tests.factories import draft, german_index, in_days, published, release

pytestmark = pytest.mark.usefixtures("in_dortmund")


def test_a_site_has_one_list_per_language():
    home = german_index().get_parent()

    assert not NewsIndexPage.can_create_at(home.specific)


def test_the_lists_slug_is_fixed():
    index = german_index()
    index.slug = "neues"

    index.save()

    assert index.slug == "aktuelles"


def test_items_stand_below_the_list_only():
    home = german_index().get_parent().specific

    assert NewsPage.can_create_at(german_index())
    assert not NewsPage.can_create_at(home)


def test_the_feeds_address_is_no_items():
    with pytest.raises(ValidationError, match="slug"):
        draft("Feed", slug="feed")


def test_the_press_releases_are_no_topic():
    topic = Topic(name="Presse", slug="pressemitteilungen")

    with pytest.raises(ValidationError, match="pressemitteilungen"):
        topic.clean()


def test_the_date_is_the_first_publication():
    item = published("Neu")

    assert item.date == item.first_published_at


def test_an_editors_date_stays():
    item = published("Alt", date=in_days(-30))

    assert item.date < item.first_published_at


def test_a_press_release_knows_its_kind_in_a_list_of_items():
    published("Meldung")
    release("Mitteilung")

    kinds = dict(NewsPage.objects.values_list("title", "pk"))
    found = {title: NewsPage.objects.get(pk=pk).kind for title, pk in kinds.items()}

    assert found == {"Meldung": Kind.NEWS, "Mitteilung": Kind.PRESS}


def test_an_embargo_is_the_schedule():
    until = in_days(2)

    item = release("Gesperrt", embargo_until=until)

    assert not item.live
    assert item.go_live_at == until
    assert item.approved_schedule


def test_no_embargo_no_schedule():
    item = draft("Gesperrt", type(release("Andere")), embargo_until=in_days(2))
    item.embargo_until = None

    item.save_revision().publish()

    assert Page.objects.get(pk=item.pk).live


def test_what_is_public_takes_no_embargo():
    item = release("Öffentlich")
    item.embargo_until = in_days(1)

    with pytest.raises(ValidationError, match="öffentlich"):
        item.full_clean()
