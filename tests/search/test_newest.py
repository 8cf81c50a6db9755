"""*Alles Neue* of a portal: what is in it, its filters, pages and feed."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
from django.utils import timezone

from tests.queries import counted_queries
from tests.search.rows import row
from verbund.search.models import SearchRow
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def titles(netzwerk, client_for):
    """The titles of the page in their order."""

    def read(query: str = "") -> list[str]:
        response = client_for(netzwerk).get(f"/suche/neues/{query}")
        assert response.status_code == 200
        return re.findall(r'<h3><a href="[^"]*">([^<]*)</a>', response.content.decode())

    return read


def test_it_lists_what_the_cities_share_newest_first(dortmund, duesseldorf, titles):
    row(dortmund, "Alt", 9)
    row(duesseldorf, "Neu", 2)
    row(dortmund, "Morgen", -1)
    row(dortmund, "Ohne Datum", date=None)
    row(dortmund, "Intern", visibility="own")
    row(dortmund, "Plugin aus", plugin="gibtesnicht")
    row(dortmund, "Vorbei", visible_until=timezone.now() - dt.timedelta(hours=1))
    row(dortmund, "Turkce", language="tr")

    assert titles() == ["Neu", "Alt"]


def test_each_entry_leads_to_its_city_under_its_day(dortmund, netzwerk, client_for):
    entry = row(dortmund, "Kurs", date=dt.date(2025, 4, 7))

    text = client_for(netzwerk).get("/suche/neues/").content.decode()
    assert f'<a href="http://dortmund.test{entry.path}">Kurs</a>' in text
    assert "7. April" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?stadt=dortmund", ["Hier", "Von 2020"]),
        ("?art=page", ["Dort", "Von 2020"]),
        ("?stadt=dortmund&art=news", ["Hier"]),
        ("?jahr=2020", ["Von 2020"]),
        ("?stadt=hamburg", []),
        ("?jahr=1999", []),
    ],
)
def test_filters_come_from_the_address(dortmund, duesseldorf, titles, query, expected):
    row(dortmund, "Hier", 1, kind="news")
    row(duesseldorf, "Dort", 2)
    row(dortmund, "Von 2020", date=dt.date(2020, 5, 1))

    assert titles(query) == expected


def test_a_filter_keeps_the_others(dortmund, netzwerk, client_for):
    row(dortmund, "Hier", 1, kind="news")
    row(dortmund, "Seite", 1)

    text = client_for(netzwerk).get("/suche/neues/?stadt=dortmund&jahr=2020").content.decode()
    assert 'href="?stadt=dortmund&amp;art=news&amp;jahr=2020"' in text
    assert '<input type="hidden" name="stadt" value="dortmund">' in text


def test_a_suspended_or_archived_city_has_nothing_new(dortmund, duesseldorf, titles):
    row(dortmund, "Gesperrt")
    row(duesseldorf, "Archiv")
    Tenant.objects.filter(pk=dortmund.pk).update(status=TenantStatus.SUSPENDED)
    Tenant.objects.filter(pk=duesseldorf.pk).update(status=TenantStatus.ARCHIVED)

    assert titles() == []


def test_pages_follow_without_gap_or_repetition_on_one_day(dortmund, netzwerk, titles, client_for):
    for number in range(50):
        row(dortmund, f"Eintrag {number}")

    pages = [titles(f"?seite={number}") for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [24, 24, 2]
    assert len({title for page in pages for title in page}) == 50
    assert client_for(netzwerk).get("/suche/neues/?seite=4").status_code == 404


@pytest.mark.parametrize("query", ["?seite=0", "?seite=x", "?jahr=x"])
def test_an_address_that_leads_nowhere_is_404(netzwerk, client_for, query):
    assert client_for(netzwerk).get(f"/suche/neues/{query}").status_code == 404


def test_only_a_portal_has_it(dortmund, client_for):
    assert client_for(dortmund).get("/suche/neues/").status_code == 404
    assert client_for(dortmund).get("/suche/neues/feed/").status_code == 404


def test_its_feed_keeps_the_filters_and_is_named_in_the_head(
    dortmund, duesseldorf, netzwerk, client_for
):
    row(dortmund, "Hier", date=dt.date(2025, 4, 7))
    row(duesseldorf, "Dort")
    client = client_for(netzwerk)

    text = client.get("/suche/neues/?stadt=dortmund").content.decode()
    assert 'type="application/atom+xml"' in text
    assert 'href="/suche/neues/feed/?stadt=dortmund"' in text
    feed = ET.fromstring(client.get("/suche/neues/feed/?stadt=dortmund").content)
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Dortmund: Hier"
    assert (entry.findtext(f"{ATOM}updated") or "").startswith("2025-04-07")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == "http://netzwerk.test/suche/neues/feed/?stadt=dortmund"


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_for_one_and_for_three(dortmund, netzwerk, client_for, number):
    SearchRow.objects.all().delete()
    for one in range(number):
        row(dortmund, f"Eintrag {one}")
    client = client_for(netzwerk)
    client.get("/suche/neues/")

    with counted_queries() as queries:
        client.get("/suche/neues/")

    assert len([one for one in queries.asked if "search_searchrow" in one]) == 4
