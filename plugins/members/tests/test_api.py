"""The read API at /api/v1/members."""

import pytest

from plugins.members.enums import ContactKind
from plugins.members.models import DirectoryPage
from plugins.members.tests.factories import EVERYWHERE, address, contact, entry
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def get(client_for, dortmund):
    return lambda query="": client_for(dortmund).get(f"/api/v1/members{query}")


def names(response):
    return [item["name"] for item in response.json()["items"]]


def test_the_list_is_by_name(get, in_dortmund):
    entry("Zebra")
    entry(
        "Äpfel",
        topics=["bildung"],
        languages=["ta"],
        quarters=["nordstadt"],
        offers=[{"kind": "kurs"}],
        contacts=[contact(ContactKind.EMAIL, "a@b.test", *EVERYWHERE)],
        address=address(*EVERYWHERE),
    )

    body = get().json()

    assert (body["count"], body["next"]) == (2, None)
    first = body["items"][0]
    assert first["name"] == "Äpfel"
    assert first["url"] == "http://dortmund.test/mitglieder/aepfel/"
    assert first["topics"] == [{"slug": "bildung", "name": "Bildung"}]
    assert first["contacts"] == [{"kind": "email", "value": "a@b.test", "label": ""}]
    assert first["address"] == {"street": "Weg 1", "postcode": "44147", "city": "Teststadt"}


def test_filters_are_those_of_the_page(get, in_dortmund):
    entry("Passt", topics=["bildung"], languages=["ta"])
    entry("Andere Sprache", topics=["bildung"], languages=["tr"])
    entry("Mit Kurs", offers=[{"kind": "kurs"}])

    assert names(get("?topic=bildung&language=ta")) == ["Passt"]
    assert names(get("?language=ta&language=tr")) == ["Andere Sprache", "Passt"]
    assert names(get("?offer=kurs")) == ["Mit Kurs"]
    assert names(get("?letter=P")) == ["Passt"]
    assert names(get("?q=Passt")) == ["Passt"]
    assert names(get("?topic=gibtesnicht")) == []


def test_pages(get, in_dortmund):
    for name in "ABC":
        entry(name)

    first, second = get("?page_size=2"), get("?page_size=2&page=2")

    assert names(first) == ["A", "B"]
    assert first.json()["next"] == "http://dortmund.test/api/v1/members?page_size=2&page=2"
    assert (names(second), second.json()["next"]) == (["C"], None)


@pytest.mark.parametrize("query", ["?page=0", "?page_size=1000", "?page=abc"])
def test_wrong_parameters_are_named(get, query):
    assert get(query).status_code == 422


def test_one_entry_has_all_its_texts(get, in_dortmund):
    made = entry("Verein", texts={"de": {"summary": "Kurz.", "description": "Lang."}})

    found = get(f"/{made.uuid}").json()

    assert (found["summary"], found["description"]) == ("Kurz.", "Lang.")


def test_the_other_city_has_none_of_it(client_for, in_dortmund, duesseldorf):
    made = entry("Nur in Dortmund")
    there = client_for(duesseldorf)

    assert there.get("/api/v1/members").json()["count"] == 0
    assert there.get(f"/api/v1/members/{made.uuid}").status_code == 404


def test_off_means_not_there(client_for, dortmund, switch):
    switch(dortmund, False)

    assert client_for(dortmund).get("/api/v1/members").status_code == 404


def test_a_directory_taken_off_the_site_is_not_in_the_api(client_for, dortmund):
    with tenant_context(dortmund):
        entry("Verein")
        for page in DirectoryPage.objects.all():
            page.unpublish()

    assert client_for(dortmund).get("/api/v1/members").status_code == 404


@pytest.mark.parametrize("count", [1, 100])
def test_queries(client_for, in_dortmund, count):
    for number in range(count):
        entry(f"Verein {number}", topics=["bildung"], offers=[{"kind": "kurs", "spoken": ["ta"]}])
    client = client_for(in_dortmund)
    client.get("/api/v1/members")

    with counted_queries() as queries:
        client.get("/api/v1/members")

    assert len(queries) == 12, queries
