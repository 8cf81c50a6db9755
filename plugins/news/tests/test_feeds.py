"""The Atom feed of a list and of each filter."""

import xml.etree.ElementTree as ET

import pytest

from plugins.news.tests.factories import index_in, on, published
from verbund.tenancy.context import tenant_context

ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def feed_at(client_for, dortmund):
    def get(path):
        response = client_for(dortmund).get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ET.fromstring(response.content)

    return get


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def links(feed):
    return [link.get("href") for link in feed.iter(f"{ATOM}link")]


def test_newest_first_with_addresses_of_this_host(feed_at, in_dortmund):
    published("Alt", date=on(2024), pinned=True)
    published("Neu", date=on(2025), author_line="Büro", topics=["bildung"])

    feed = feed_at("/aktuelles/feed/")

    assert titles(feed) == ["Neu", "Alt"]
    assert all(link.startswith("http://dortmund.test/") for link in links(feed))
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Büro"
    assert entry.find(f"{ATOM}category").get("term") == "Bildung"
    assert entry.findtext(f"{ATOM}summary") == "Vorspann."


def test_each_filter_has_its_feed(feed_at, in_dortmund):
    published("Passt", topics=["bildung"], date=on(2025))
    published("Anderes Jahr", topics=["bildung"], date=on(2024))
    published("Anderes Thema", topics=["jugend"], date=on(2025))

    feed = feed_at("/aktuelles/feed/?thema=bildung&jahr=2025")

    assert titles(feed) == ["Passt"]
    assert feed.findtext(f"{ATOM}title") == "Verband Dortmund: Aktuelles, Bildung, 2025"
    assert "http://dortmund.test/aktuelles/feed/?thema=bildung&jahr=2025" in links(feed)


def test_an_entry_keeps_its_id_when_it_is_renamed(feed_at, in_dortmund):
    item = published("Neu")
    before = feed_at("/aktuelles/feed/").findtext(f"{ATOM}entry/{ATOM}id")
    with tenant_context(in_dortmund):
        item.slug = "anders"
        item.save_revision().publish()

    assert feed_at("/aktuelles/feed/").findtext(f"{ATOM}entry/{ATOM}id") == before


def test_each_language_has_its_feed(feed_at, in_dortmund):
    published("Deutsch")
    published("Türkçe", index=index_in("tr"))

    feed = feed_at("/tr/aktuelles/feed/")

    assert titles(feed) == ["Türkçe"]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "tr"


def test_an_empty_feed_is_valid_and_stays_the_same(client_for, dortmund):
    client = client_for(dortmund)

    first, second = client.get("/aktuelles/feed/"), client.get("/aktuelles/feed/")

    assert first.content == second.content
    assert titles(ET.fromstring(first.content)) == []


def test_what_is_no_filter_has_no_feed(client_for, dortmund):
    assert client_for(dortmund).get("/aktuelles/feed/?jahr=immer").status_code == 404
