"""The list at /aktuelles/ and the pages of items, as the public gets them."""

import pytest

from plugins.news.tests.factories import german_index, index_in, on, published, release, topic
from tests.queries import counted_queries

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def client(client_for, dortmund):
    return client_for(dortmund)


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_the_list_shows_what_is_published(client, in_dortmund):
    published("Sprachcafé öffnet wieder", topics=["bildung"])

    html = page_of(client, "/aktuelles/")

    assert 'href="/aktuelles/sprachcafe-offnet-wieder/"' in html
    assert "1 Meldung" in html


def test_an_empty_list_says_what_to_do(client, dortmund):
    html = page_of(client, "/aktuelles/")

    assert "Hier ist noch nichts erschienen" in html
    assert 'href="/aktuelles/feed/"' in html


def test_topic_and_year_are_in_the_address(client, in_dortmund):
    published("Passt", topics=["bildung"], date=on(2024))
    published("Anderes Jahr", topics=["bildung"], date=on(2023))
    published("Anderes Thema", topics=["jugend"], date=on(2024))

    html = page_of(client, "/aktuelles/?thema=bildung&jahr=2024")

    assert "Passt" in html
    assert "Anderes" not in html
    assert "1 Meldung zu „Bildung“ aus dem Jahr 2024" in html
    assert "<title>Aktuelles, Bildung, 2024 – VDO</title>" in html
    assert 'href="/aktuelles/feed/?thema=bildung&amp;jahr=2024"' in html


def test_a_filter_without_items_shows_ways_out(client, in_dortmund):
    published("Da", topics=["bildung"], date=on(2024))

    html = page_of(client, "/aktuelles/?thema=bildung&jahr=2022")

    assert "Dazu gibt es nichts" in html
    assert 'href="/aktuelles/?thema=bildung"' in html


def test_a_topic_without_items_is_no_error(client, in_dortmund):
    assert topic("umwelt")

    assert "zu „Umwelt“" in page_of(client, "/aktuelles/?thema=umwelt")


@pytest.mark.parametrize("query", ["thema=gibtesnicht", "jahr=abc", "seite=99", "seite=x"])
def test_an_address_that_means_nothing_is_not_found(client, query):
    assert client.get(f"/aktuelles/?{query}").status_code == 404


def test_the_list_has_pages(client, in_dortmund):
    for number in range(15):
        published(f"Meldung {number:02}", date=on(2025, 1, 1 + number))

    first, second = page_of(client, "/aktuelles/"), page_of(client, "/aktuelles/?seite=2")

    assert "Meldung 14" in first
    assert "Meldung 01" not in first
    assert "Meldung 01" in second
    assert 'rel="canonical" href="http://dortmund.test/aktuelles/?seite=2"' in second


def test_an_item_has_everything_a_reader_needs(client, in_dortmund):
    published("Sprachcafé", topics=["bildung"], author_line="Büro", date=on(2025, 3, 7))
    published("Auch das", topics=["bildung"])

    html = page_of(client, "/aktuelles/sprachcafe/")

    assert "<h1>Sprachcafé</h1>" in html
    assert "Fr, 7. März 2025" in html
    assert "Büro" in html
    assert 'href="/aktuelles/?thema=bildung"' in html
    assert "Dazu passt" in html
    assert '"@type": "NewsArticle"' in html


def test_a_press_release_names_whom_to_ask(client, in_dortmund):
    release("Mittel gefordert", about_us="Wir sind viele.", embargo_until=on(2025, 2, 27))

    html = page_of(client, "/aktuelles/mittel-gefordert/")

    assert "Kontakt für die Presse" in html
    assert "info@stadt.test" in html
    assert "Wir sind viele." in html
    assert "Die Sperrfrist ist vorbei." in html
    assert "Do, 27. Februar 2025, 12 Uhr" in html


def test_the_turkish_list_has_turkish_items(client, in_dortmund):
    published("Deutsch")
    published("Türkçe", index=index_in("tr"))

    html = page_of(client, "/tr/aktuelles/")

    assert 'href="/tr/aktuelles/turkce/"' in html
    assert "/aktuelles/deutsch/" not in html


def test_the_other_city_has_its_own_list(client_for, in_dortmund, duesseldorf):
    published("Nur in Dortmund")

    html = page_of(client_for(duesseldorf), "/aktuelles/")

    assert "Nur in Dortmund" not in html


def test_off_means_not_there(client, in_dortmund, switch):
    published("Da")

    switch(in_dortmund, False)

    assert client.get("/aktuelles/").status_code == 404
    assert client.get("/aktuelles/da/").status_code == 404
    assert client.get("/aktuelles/feed/").status_code == 404


def test_on_again_all_is_back(client, in_dortmund, switch):
    published("Da")

    switch(in_dortmund, False)
    switch(in_dortmund, True)

    assert "Da" in page_of(client, "/aktuelles/da/")


def test_a_preview_of_the_list_is_the_list(in_dortmund, rf):
    published("Da")

    response = german_index().make_preview_request()

    assert response.status_code == 200
    assert "/aktuelles/da/" in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_list(client, in_dortmund, count):
    for number in range(count):
        published(f"Meldung {number}", topics=["bildung"])
    page_of(client, "/aktuelles/")

    with counted_queries() as queries:
        page_of(client, "/aktuelles/")

    assert len(queries) == 14, queries


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_an_item(client, in_dortmund, count):
    for number in range(count + 1):
        published(f"Meldung {number}", topics=["bildung"])
    page_of(client, "/aktuelles/meldung-0/")

    with counted_queries() as queries:
        page_of(client, "/aktuelles/meldung-0/")

    assert len(queries) == 14, queries


def test_the_canonical_of_a_filtered_list_is_the_list(client, in_dortmund):
    published("Meldung", topics=["bildung"])

    html = page_of(client, "/aktuelles/?thema=bildung&seite=1")

    assert '<link rel="canonical" href="http://dortmund.test/aktuelles/">' in html
