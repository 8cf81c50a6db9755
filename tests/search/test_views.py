"""The search page, its feed and its API, as visitors and programs see them."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant, TenantPlugin
from verbund.tenancy.registry import registry

# Three are the search itself, one the network's words; the rest is the frame of the page.
QUERIES = 10


@pytest.fixture
def two_cities(dortmund, duesseldorf, publish):
    publish(dortmund, "Trommelkurs am Hafen", lead="Jeden Montag wird getrommelt.")
    publish(duesseldorf, "Trommelkurs am Rhein", lead="Dienstags für alle.")


def test_a_city_finds_its_own_pages_and_offers_the_network(two_cities, dortmund, client_for):
    response = client_for(dortmund).get("/suche/", {"q": "Trommelkurse"})

    text = response.content.decode()
    assert response.status_code == 200
    assert "<mark>Trommelkurs</mark> am Hafen" in text
    assert "am Rhein" not in text
    assert "?q=Trommelkurse&amp;bereich=netz" in text


def test_a_city_searches_the_network_on_wish(two_cities, dortmund, client_for):
    text = client_for(dortmund).get("/suche/?q=Trommelkurs&bereich=netz").content.decode()

    assert 'href="/trommelkurs-am-hafen/"' in text
    assert 'href="http://duesseldorf.test/trommelkurs-am-rhein/"' in text


def test_the_portal_searches_its_members(two_cities, netzwerk, client_for):
    text = client_for(netzwerk).get("/suche/?q=Trommelkurs").content.decode()

    assert "am Hafen" in text
    assert "am Rhein" in text


def test_a_city_that_left_is_gone_from_the_portal(two_cities, netzwerk, duesseldorf, titles_at):
    duesseldorf.memberships.update(left=duesseldorf.memberships.get().joined)
    registry.expire()

    assert titles_at(netzwerk, "Trommelkurs") == ["Trommelkurs am Hafen"]


def test_a_suspended_city_is_gone_from_the_portal(two_cities, netzwerk, duesseldorf, titles_at):
    Tenant.objects.filter(pk=duesseldorf.pk).update(status=TenantStatus.SUSPENDED)

    assert titles_at(netzwerk, "Trommelkurs") == ["Trommelkurs am Hafen"]


def test_filters_come_from_the_address(two_cities, netzwerk, client_for):
    text = client_for(netzwerk).get("/suche/?q=Trommelkurs&stadt=duesseldorf").content.decode()

    assert "am Rhein" in text
    assert "am Hafen" not in text
    assert 'value="duesseldorf" checked' in text


def test_a_day_is_asked_for_where_something_can_be_had(two_cities, netzwerk, client_for):
    day = dt.date(2030, 12, 7)
    lent = SearchRow.objects.filter(title="Trommelkurs am Hafen")
    client = client_for(netzwerk)
    assert 'name="frei"' not in client.get("/suche/?q=Trommelkurs").content.decode()

    lent.update(kind="dummy", free_days=[day])
    assert 'name="frei" value=""' in client.get("/suche/?q=Trommelkurs").content.decode()

    text = client.get("/suche/?q=Trommelkurs&frei=2030-12-07").content.decode()
    assert "am Hafen" in text
    assert "am Rhein" not in text
    assert 'name="frei" value="2030-12-07"' in text
    assert "frei am Sa, 7. Dezember 2030" in text
    assert '<a class="tag x" href="?q=Trommelkurs">' in text


def test_a_site_outside_the_scope_can_not_be_chosen(two_cities, dortmund, client_for):
    text = client_for(dortmund).get("/suche/?q=Trommelkurs&stadt=duesseldorf").content.decode()

    assert "am Rhein" not in text
    assert "am Hafen" not in text


def test_nothing_found_says_what_to_do_next(two_cities, dortmund, client_for):
    text = client_for(dortmund).get("/suche/?q=Unterseeboot").content.decode()

    assert "Unterseeboot" in text
    assert "mailto:info@stadt.test" in text
    assert "bereich=netz" not in text  # for the others have nothing either


@pytest.mark.parametrize(
    "query",
    [
        "frei=gestern",
        "frei=2030-13-01",
        "seite=0",
        "seite=abc",
        "seite=2",
        "seite=²",
        "jahr=zwanzig",
        "jahr=²²²²",
        "seite=9999999999",
    ],
)
def test_an_address_that_leads_nowhere_is_404(two_cities, dortmund, client_for, query):
    assert client_for(dortmund).get(f"/suche/?q=Trommelkurs&{query}").status_code == 404


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "'",
        '"',
        "\\",
        "%",
        "_",
        "a'b\"c\\",
        "<script>",
        "&|!():*",
        "-",
        "--",
        "''':*",
        "😀",
        "x" * 999,
        "'" * 50,
    ],
)
def test_whatever_is_typed_the_page_answers(two_cities, dortmund, client_for, text):
    response = client_for(dortmund).get("/suche/", {"q": text, "thema": text})

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_a_nul_is_refused(dortmund, client_for):
    """No text of a person holds one, and PostgreSQL takes none."""
    assert client_for(dortmund).get("/suche/", {"q": "a\x00b"}).status_code == 400


def test_typed_markup_stays_text(dortmund, publish, client_for):
    publish(dortmund, "Kurs <b>fett</b> & mehr", lead="<script>alert(1)</script> Kurs")

    text = (
        client_for(dortmund)
        .get("/suche/", {"q": '<script>alert("x")</script> Kurs'})
        .content.decode()
    )

    assert "<script>alert" not in text
    assert "<b>fett" not in text
    assert "&lt;b&gt;fett" in text


def test_the_page_sets_no_cookie_and_may_be_kept_for_a_short_time(two_cities, dortmund, client_for):
    response = client_for(dortmund).get("/suche/?q=Trommelkurs")

    assert not response.cookies
    assert "max-age=60" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")


def test_the_operators_console_has_no_search(dortmund, client_for):
    Tenant.objects.filter(pk=dortmund.pk).update(kind="operator")
    registry.expire()

    assert client_for(dortmund).get("/api/v1/search?q=x").status_code in (302, 404)


def test_a_search_is_a_feed(two_cities, dortmund, client_for):
    response = client_for(dortmund).get("/suche/feed/?q=Trommelkurs")

    assert response["Content-Type"].startswith("application/atom+xml")
    text = response.content.decode()
    assert '<link href="http://dortmund.test/trommelkurs-am-hafen/"' in text
    assert "am Rhein" not in text


def test_the_api_gives_the_same_hits(two_cities, netzwerk, client_for):
    answer = client_for(netzwerk).get("/api/v1/search?q=Trommelkurs&stadt=dortmund").json()

    assert answer["count"] == 1
    assert answer["next"] is None
    (item,) = answer["items"]
    assert item["url"] == "http://dortmund.test/trommelkurs-am-hafen/"
    assert item["site"] == "dortmund"


def test_a_plugin_that_is_off_has_no_hits_and_has_them_again_when_on(
    dortmund, two_cities, titles_at
):
    SearchRow.objects.filter(title="Trommelkurs am Hafen").update(plugin="news")
    TenantPlugin.objects.filter(tenant=dortmund, label="news").update(enabled=False)
    assert titles_at(dortmund, "Trommelkurs") == []

    TenantPlugin.objects.filter(tenant=dortmund, label="news").update(enabled=True)
    assert titles_at(dortmund, "Trommelkurs") == ["Trommelkurs am Hafen"]


def test_legal_pages_stay_on_their_own_site(dortmund, netzwerk, publish, search_at):
    with tenant_context(dortmund):
        SearchRow.objects.filter(tenant=dortmund, path="/impressum/").update(title="Impressum")
    own = search_at(dortmund, "Impressum")
    seen = search_at(netzwerk, "Impressum")

    assert {hit.tenant for hit in own.hits} <= {dortmund.uuid}
    assert {hit.tenant for hit in seen.hits} <= {netzwerk.uuid}


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_hits_costs_the_same_for_one_and_for_three(
    netzwerk, dortmund, publish, client_for, number
):
    for one in range(number):
        publish(dortmund, f"Trommelkurs {one}")
    client = client_for(netzwerk)
    client.get("/suche/?q=Trommelkurs")

    with CaptureQueriesContext(connection) as queries:
        client.get("/suche/?q=Trommelkurs")

    asked = [query["sql"] for query in queries if "search_searchrow" in query["sql"]]
    assert len(asked) == 3
    assert len(queries) == QUERIES
