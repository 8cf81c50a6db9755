"""The newest items on a home page and inside a text."""

import pytest
from wagtail.models import Site

from plugins.news.blocks import LatestNewsBlock, NewsTeaserBlock
from plugins.news.tests.factories import draft, index_in, published, topic
from tests.queries import counted_queries

pytestmark = pytest.mark.usefixtures("in_dortmund")


def html_of(block, page, **value):
    return block.render(block.to_python(value), context={"page": page})


def home():
    return Site.objects.get().root_page.specific


def test_the_newest_with_a_link_to_all():
    for number in range(5):
        published(f"Meldung {number}")

    html = html_of(LatestNewsBlock(), home(), title="Neu bei uns", count="3")

    assert html.count("<article") == 3
    assert "Neu bei uns" in html
    assert 'href="/aktuelles/"' in html


def test_only_one_topic():
    published("Bildung", topics=["bildung"])
    published("Jugend", topics=["jugend"])

    html = html_of(NewsTeaserBlock(), home(), title="Neu", topic=topic("bildung").pk)

    assert "/aktuelles/bildung/" in html
    assert "/aktuelles/jugend/" not in html


def test_without_items_there_is_no_section():
    draft("Entwurf")

    assert html_of(LatestNewsBlock(), home(), title="Neu").strip() == ""


def test_a_page_in_another_language_shows_its_own_or_the_german_ones():
    published("Deutsch")
    published("Türkçe", index=index_in("tr"))
    turkish_home, arabic_home = (index_in(code).get_parent() for code in ("tr", "ar"))
    index_in("ar").unpublish()

    assert "Türkçe" in html_of(LatestNewsBlock(), turkish_home, title="Haberler")
    assert "Deutsch" in html_of(LatestNewsBlock(), arabic_home, title="Neu")


def test_an_editor_finds_it_among_the_sections(client_for, in_dortmund, switch):
    published("Ganz neu")
    page = home()
    page.sections = [("latest_news", {"title": "Aktuelles", "count": "3", "topic": None})]
    page.save_revision().publish()

    assert "Ganz neu" in client_for(in_dortmund).get("/").content.decode()
    switch(in_dortmund, False)
    assert "Ganz neu" not in client_for(in_dortmund).get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries(count):
    for number in range(count):
        published(f"Meldung {number}")
    page = home()

    with counted_queries() as asked:
        html_of(LatestNewsBlock(), page, title="Neu", count="3")

    # The page's language, the lists, restrictions, the items and their topics.
    assert len(asked) == 5, asked
