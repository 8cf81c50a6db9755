"""Suggestions while somebody types, and what a browser's own search bar needs."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.queries import counted_queries
from verbund.search.models import SearchRow
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant, TenantPlugin
from verbund.tenancy.registry import registry

SPEC = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture
def two_cities(dortmund, duesseldorf, publish):
    publish(dortmund, "Trommelkurs am Hafen")
    publish(duesseldorf, "Trommelkurs am Rhein")


@pytest.fixture
def suggested_at(client_for):
    def ask(tenant: Tenant, query: str) -> list[str]:
        typed, found = client_for(tenant).get(f"/suche/vorschlaege/?q={query}").json()
        assert query.startswith(typed)
        return found

    return ask


def test_a_city_suggests_its_own_and_the_portal_all(
    two_cities, dortmund, duesseldorf, netzwerk, suggested_at
):
    assert suggested_at(dortmund, "trom") == ["Trommelkurs am Hafen"]
    assert suggested_at(duesseldorf, "trom") == ["Trommelkurs am Rhein"]
    assert suggested_at(netzwerk, "trom") == ["Trommelkurs am Hafen", "Trommelkurs am Rhein"]


def test_suggestions_keep_to_what_the_form_says(two_cities, dortmund, netzwerk, suggested_at):
    assert len(suggested_at(dortmund, "trom&bereich=netz")) == 2
    assert suggested_at(netzwerk, "trom&stadt=duesseldorf") == ["Trommelkurs am Rhein"]
    assert suggested_at(dortmund, "trom&stadt=duesseldorf") == []


def test_what_is_withdrawn_suspended_or_off_is_not_suggested(
    two_cities, dortmund, duesseldorf, netzwerk, suggested_at
):
    SearchRow.objects.filter(title="Trommelkurs am Hafen").update(plugin="news")
    TenantPlugin.objects.filter(tenant=dortmund, label="news").update(enabled=False)
    Tenant.objects.filter(pk=duesseldorf.pk).update(status=TenantStatus.SUSPENDED)

    assert suggested_at(netzwerk, "trom") == []


def test_suggestions_may_be_kept_and_set_no_cookie(two_cities, dortmund, client_for):
    response = client_for(dortmund).get("/suche/vorschlaege/?q=trom")

    assert response["Content-Type"] == "application/x-suggestions+json"
    assert "max-age=60" in response["Cache-Control"]
    assert not response.cookies


def test_suggestions_are_one_query(two_cities, netzwerk, client_for):
    client = client_for(netzwerk)
    client.get("/suche/vorschlaege/?q=trom")

    with counted_queries() as queries:
        client.get("/suche/vorschlaege/?q=tromm")

    assert len([one for one in queries.asked if "search_searchrow" in one]) == 1


def test_without_a_beginning_nothing_is_asked(two_cities, dortmund, client_for):
    with counted_queries() as queries:
        answer = client_for(dortmund).get("/suche/vorschlaege/").json()

    assert answer == ["", []]
    assert [one for one in queries.asked if "search_searchrow" in one] == []


@pytest.mark.parametrize(("prefix", "language"), [("", "de"), ("/en", "en")])
def test_each_site_describes_its_own_search(dortmund, client_for, prefix, language):
    response = client_for(dortmund).get(f"{prefix}/suche/beschreibung.xml")

    root = ET.fromstring(response.content)
    addresses = {url.get("type"): url.get("template") for url in root.findall(f"{SPEC}Url")}
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert root.findtext(f"{SPEC}ShortName") == "VDO"
    assert root.findtext(f"{SPEC}Language") == language
    assert addresses["text/html"] == f"http://dortmund.test{prefix}/suche/?q={{searchTerms}}"
    assert addresses["application/x-suggestions+json"] == (
        f"http://dortmund.test{prefix}/suche/vorschlaege/?q={{searchTerms}}"
    )


def test_a_long_or_odd_name_is_cut_and_escaped(dortmund, client_for):
    Tenant.objects.filter(pk=dortmund.pk).update(
        brand={"short_name": "Haus & Hof <Mitte> an der Ruhr"}
    )
    registry.expire()

    root = ET.fromstring(client_for(dortmund).get("/suche/beschreibung.xml").content)

    assert root.findtext(f"{SPEC}ShortName") == "Haus & Hof <Mitt"


def test_the_script_is_small_and_the_pages_that_search_defer_it(dortmund, client_for):
    path = finders.find("search/suggest.js")
    text = client_for(dortmund).get("/suche/").content.decode()

    assert Path(str(path)).stat().st_size < 5_000
    assert re.search(r'<script src="/static/search/suggest[^"]*\.js" defer></script>', text)
    assert 'data-suggest="/suche/vorschlaege/"' in text


def test_pages_name_the_description(dortmund, client_for):
    text = client_for(dortmund).get("/").content.decode()

    assert (
        '<link rel="search" type="application/opensearchdescription+xml" title="VDO"'
        ' href="/suche/beschreibung.xml">' in text
    )
