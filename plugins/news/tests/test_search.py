"""What the search gets of an item."""

import datetime as dt

import pytest

from plugins.news.models import NewsPage
from plugins.news.search import indexable, search_documents
from plugins.news.tests.factories import draft, index_in, on, published, release
from verbund.search.models import SearchRow

pytestmark = pytest.mark.usefixtures("in_dortmund")


def rows(tenant):
    found = SearchRow.objects.filter(tenant=tenant, kind__in=["news", "press"])
    return {row.title: row.kind for row in found}


def found_of(item):
    """What is indexed of an item that has to be."""
    found = indexable(item)
    assert found is not None
    return found


def test_an_item_with_all_that_can_be_found():
    body = [("heading", {"text": "Programm", "level": "2"})]
    item = published("Neu", topics=["bildung"], author_line="Büro", date=on(2025, 3, 7), body=body)

    found = found_of(item)

    assert found.title == "Neu"
    assert found.path == "/aktuelles/neu/"
    assert (found.language, found.date) == ("de", dt.date(2025, 3, 7))
    assert found.summary == "Vorspann."
    assert "Programm" in found.body
    assert (found.topics, found.keywords) == (("Bildung",), ("Büro",))
    assert found.network


def test_a_translation_has_its_own_address():
    assert found_of(published("Yeni", index=index_in("tr"))).path == "/tr/aktuelles/yeni/"


def test_an_item_may_stay_out_of_the_network():
    assert not found_of(published("Nur hier", in_network=False)).network


def test_a_draft_is_not_indexed():
    assert indexable(draft("Entwurf")) is None


def test_a_press_release_counts_once():
    item = release("Mitteilung")

    assert indexable(NewsPage.objects.get(pk=item.pk)) is None
    assert found_of(item).title == "Mitteilung"


def test_kinds_are_told_apart(in_dortmund, duesseldorf):
    published("Meldung")
    release("Mitteilung")

    assert rows(in_dortmund) == {"Meldung": "news", "Mitteilung": "press"}
    assert rows(duesseldorf) == {}


def test_the_row_goes_with_the_item(in_dortmund):
    item = published("Da")

    item.unpublish()

    assert rows(in_dortmund) == {}


def test_people_read_what_the_kinds_are():
    assert [document.kind for document in search_documents] == ["news", "press"]
