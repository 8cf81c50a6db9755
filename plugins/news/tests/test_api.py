"""The read API at /api/v1/news."""

import pytest

from plugins.news.tests.factories import index_in, on, picture, published, release
from tests.queries import counted_queries

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def get(client_for, dortmund):
    return lambda query="": client_for(dortmund).get(f"/api/v1/news{query}")


def titles(response):
    return [item["title"] for item in response.json()["items"]]


def test_the_list_is_newest_first(get, in_dortmund):
    published("Alt", date=on(2024))
    published("Neu", date=on(2025), topics=["bildung"], author_line="Büro")

    body = get().json()

    assert (body["count"], body["next"]) == (2, None)
    first = body["items"][0]
    assert first["title"] == "Neu"
    assert first["url"] == "http://dortmund.test/aktuelles/neu/"
    assert first["topics"] == [{"slug": "bildung", "name": "Bildung"}]
    assert (first["kind"], first["language"], first["author"]) == ("news", "de", "Büro")
    assert first["date"].startswith("2025-06-15")
    assert first["image"] is None


def test_filters(get, in_dortmund):
    published("Bildung 2025", topics=["bildung"], date=on(2025))
    published("Bildung 2024", topics=["bildung"], date=on(2024))
    release("Mitteilung", date=on(2025))
    published("Türkçe", index=index_in("tr"), date=on(2023))

    assert titles(get("?topic=bildung&year=2025")) == ["Bildung 2025"]
    assert titles(get("?kind=press")) == ["Mitteilung"]
    assert titles(get("?kind=news&year=2025")) == ["Bildung 2025"]
    assert titles(get("?language=tr")) == ["Türkçe"]


def test_pages(get, in_dortmund):
    for number in range(3):
        published(f"Meldung {number}", date=on(2020 + number))

    first = get("?page_size=2")
    second = get("?page_size=2&page=2")

    assert titles(first) == ["Meldung 2", "Meldung 1"]
    assert first.json()["next"] == "http://dortmund.test/api/v1/news?page_size=2&page=2"
    assert titles(second) == ["Meldung 0"]
    assert second.json()["next"] is None


@pytest.mark.parametrize("query", ["?year=abc", "?page=0", "?page_size=1000", "?kind=anders"])
def test_wrong_parameters_are_named(get, query):
    assert get(query).status_code == 422


def test_one_item_has_its_text_and_picture(get, in_dortmund):
    body = [("heading", {"text": "Programm", "level": "2"})]
    item = published("Neu", body=body, image=picture("Ein Haus"))

    found = get(f"/{item.pk}").json()

    assert "Programm" in found["text"]
    assert found["image"]["alt"] == "Ein Haus"
    assert found["image"]["url"].startswith("http://dortmund.test/media/")


def test_what_is_not_there(get):
    assert get("/999999").status_code == 404


def test_it_is_described(client_for, dortmund):
    paths = client_for(dortmund).get("/api/v1/openapi.json").json()["paths"]

    assert {"/api/v1/news", "/api/v1/news/{item_id}"} <= set(paths)


def test_off_means_not_there(client_for, dortmund, switch):
    client = client_for(dortmund)
    switch(dortmund, False)

    assert client.get("/api/v1/news").status_code == 404
    assert "/api/v1/news" not in client.get("/api/v1/openapi.json").json()["paths"]


@pytest.mark.parametrize("count", [1, 3])
def test_queries(client_for, in_dortmund, count):
    for number in range(count):
        published(f"Meldung {number}", topics=["bildung"])
    client = client_for(in_dortmund)
    client.get("/api/v1/news")

    with counted_queries() as queries:
        client.get("/api/v1/news")

    # Restrictions, how many, the items, their topics.
    assert len(queries) == 4, queries
