"""`/api/v1/search` as programs use it: filters, paging by cursor, limit, mistakes."""

import datetime as dt

import pytest

from verbund.search.api import REQUESTS
from verbund.search.engines.base import Entry
from verbund.search.engines.rows import PostgresIndex
from verbund.search.models import SearchRow

ADDRESS = "/api/v1/search?q=Trommelkurs"


def course(tenant, title: str, **fields) -> None:
    """What a search for Trommelkurs finds."""
    values = {"kind": "page", "language": "de", "path": f"/{title}/"} | fields
    PostgresIndex().put(
        [Entry(tenant.uuid, f"x:{title}", title=title, keywords=("Trommelkurs",), **values)]
    )


@pytest.fixture
def two_courses(dortmund, duesseldorf) -> None:
    course(dortmund, "Hier", kind="news", topics=("Musik",), date=dt.date(2020, 5, 1))
    course(duesseldorf, "Dort", language="tr", free_days=(dt.date(2030, 12, 7),))


@pytest.fixture
def read(client_for):
    """All items of all pages, and how many pages there were; `between` happens after the first."""

    def all_pages(tenant, address: str = ADDRESS, between=None) -> tuple[list[str], int]:
        titles, pages, url = [], 0, address
        while url:
            answer = client_for(tenant).get(url).json()
            titles += [item["title"] for item in answer["items"]]
            url = (answer["next"] or "").removeprefix(tenant.base_url)
            pages += 1
            if between and pages == 1:
                between()
        return titles, pages

    return all_pages


def test_a_city_gives_its_own_and_the_portal_all(dortmund, duesseldorf, netzwerk, read):
    course(dortmund, "Hier")
    course(duesseldorf, "Dort")
    course(duesseldorf, "Dort intern", network=False)

    assert read(dortmund) == (["Hier"], 1)
    assert set(read(netzwerk)[0]) == {"Hier", "Dort"}
    assert set(read(dortmund, f"{ADDRESS}&bereich=netz")[0]) == {"Hier", "Dort"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stadt=duesseldorf", {"Dort"}),
        ("art=news", {"Hier"}),
        ("art=news&art=page", {"Hier", "Dort"}),
        ("thema=Musik", {"Hier"}),
        ("sprache=tr", {"Dort"}),
        ("jahr=2020", {"Hier"}),
        ("frei=2030-12-07", {"Dort"}),
        ("stadt=hamburg", set()),
    ],
)
def test_it_takes_the_filters_of_the_page(two_courses, netzwerk, read, query, expected):
    assert set(read(netzwerk, f"{ADDRESS}&{query}")[0]) == expected


def test_pages_follow_by_cursor_and_keep_the_filters(dortmund, netzwerk, read):
    for number in range(7):
        course(dortmund, f"Kurs {number}", kind="news")
    course(dortmund, "Seite")

    titles, pages = read(netzwerk, f"{ADDRESS}&art=news&limit=3")
    assert pages == 3
    assert sorted(titles) == [f"Kurs {number}" for number in range(7)]


def test_no_last_page_is_empty(dortmund, read):
    for number in range(6):
        course(dortmund, f"Kurs {number}")

    assert read(dortmund, f"{ADDRESS}&limit=3")[1] == 2


@pytest.mark.parametrize("order", ["", "&sortierung=neueste"])
def test_what_is_published_meanwhile_moves_nothing(dortmund, read, order):
    for number in range(6):
        course(dortmund, f"Kurs {number}", date=dt.date(2024, 1, 1))

    def publish() -> None:
        for number in range(5):
            course(dortmund, f"A{number}", date=dt.date(2025, 1, 1))

    titles, _pages = read(dortmund, f"{ADDRESS}&limit=2{order}", between=publish)
    kept = [title for title in titles if title.startswith("Kurs")]
    assert sorted(kept) == [f"Kurs {number}" for number in range(6)]


@pytest.mark.parametrize("gone", [["Kurs 0"], ["Kurs 1"], ["Kurs 0", "Kurs 1"]])
def test_what_is_withdrawn_meanwhile_leaves_nothing_out(dortmund, read, gone):
    for number in range(6):
        course(dortmund, f"Kurs {number}")

    titles, _pages = read(
        dortmund,
        f"{ADDRESS}&limit=2",
        between=lambda: SearchRow.objects.filter(title__in=gone).delete(),
    )
    assert len(titles) == len(set(titles))
    assert {"Kurs 2", "Kurs 3", "Kurs 4", "Kurs 5"} <= set(titles)


@pytest.mark.parametrize(
    "cursor", ["x", "%F0%9F%98%80", "W10", "WzEsMiwzXQ", "bnVsbA", "e30", "x" * 1999, "A" * 100]
)
def test_a_cursor_that_is_none_is_said_so(dortmund, client_for, cursor):
    response = client_for(dortmund).get(f"{ADDRESS}&cursor={cursor}")

    assert response.status_code == 422
    (problem,) = response.json()["errors"]
    assert (problem["field"], problem["code"]) == ("cursor", "bad_cursor")


def test_a_cursor_holds_for_its_own_search(dortmund, client_for):
    for number in range(3):
        course(dortmund, f"Kurs {number}")
    client = client_for(dortmund)
    following = client.get(f"{ADDRESS}&limit=2").json()["next"]

    other = following.replace("Trommelkurs", "Kurs").removeprefix(dortmund.base_url)
    assert client.get(other).status_code == 422


@pytest.mark.parametrize(
    "query",
    ["", "?q=x&jahr=99", "?q=x&frei=gestern", "?q=x&limit=0", "?q=x&limit=51", "?q=x&bereich=y"],
)
def test_what_does_not_fit_is_named(dortmund, client_for, query):
    assert client_for(dortmund).get(f"/api/v1/search{query}").status_code == 422


def test_too_many_requests_from_one_address_wait(dortmund, client_for):
    client = client_for(dortmund)
    for _number in range(60):
        REQUESTS.hit("192.0.2.6")

    response = client.get(ADDRESS, REMOTE_ADDR="192.0.2.6")
    assert response.status_code == 429
    assert response.json()["code"] == "too_many"
    assert 1 <= int(response["Retry-After"]) <= 60
    assert client.get(ADDRESS, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_openapi_describes_filters_pages_and_the_limit(dortmund, client_for):
    schema = client_for(dortmund).get("/api/v1/openapi.json").json()

    operation = schema["paths"]["/api/v1/search"]["get"]
    assert {one["name"] for one in operation["parameters"]} == {
        *("q", "stadt", "art", "thema", "sprache", "jahr", "frei", "bereich", "sortierung"),
        *("cursor", "limit"),
    }
    assert {"200", "422", "429"} <= set(operation["responses"])
