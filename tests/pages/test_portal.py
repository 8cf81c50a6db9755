"""The portal's home: the search, the cities with their numbers, and what is new in them."""

import datetime as dt

from django.utils import timezone

from tests.queries import counted_queries
from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Membership, Tenant

from .making import fill_home

SEARCH = {"title": "Was wird gesucht?", "placeholder": "Raum", "examples": ["Raum & Küche"]}


def row(tenant: Tenant, title: str, days_ago: int = 1, **fields) -> SearchRow:
    today = timezone.localdate()
    values = {
        "kind": "page",
        "language": "de",
        "path": f"/{title}/",
        "object_key": f"x:{title}",
        "vector": "",
        "date": today - dt.timedelta(days=days_ago),
    }
    return SearchRow.objects.create(tenant=tenant, title=title, **values | fields)


def portal_home(netzwerk, client_for) -> str:
    with tenant_context(netzwerk):
        fill_home(
            ("search_hero", SEARCH),
            ("latest_network", {"title": "Neues", "count": "4"}),
            ("cities", {"title": "Städte", "text": "", "links": []}),
        )
    return client_for(netzwerk).get("/").content.decode()


def test_the_search_offers_each_city_and_examples(netzwerk, client_for) -> None:
    text = portal_home(netzwerk, client_for)

    assert "<h1>Was wird gesucht?</h1>" in text
    assert 'name="stadt" value="dortmund"' in text
    assert 'name="stadt" value="duesseldorf"' in text
    assert 'href="/suche/?q=Raum+%26+K%C3%BCche"' in text


def test_the_newest_of_all_cities_lead_to_their_source(
    netzwerk, dortmund, duesseldorf, client_for
) -> None:
    row(dortmund, "Älter", 5)
    row(duesseldorf, "Neuer", 2)
    row(dortmund, "Intern", 1, visibility="own")
    row(dortmund, "Abgelaufen", 1, visible_until=timezone.now() - dt.timedelta(hours=1))
    row(dortmund, "Plugin aus", 1, plugin="gibtesnicht")
    row(dortmund, "Türkçe", 1, language="tr")

    text = portal_home(netzwerk, client_for)

    assert text.index("http://duesseldorf.test/Neuer/") < text.index("http://dortmund.test/Älter/")
    for hidden in ("Intern", "Abgelaufen", "Plugin aus", "Türkçe"):
        assert hidden not in text


def test_a_city_shows_focus_numbers_and_state(netzwerk, dortmund, client_for) -> None:
    before = SearchRow.objects.filter(tenant=dortmund, kind="page", visibility="network").count()
    row(dortmund, "Eins")

    text = portal_home(netzwerk, client_for)

    assert "Schwerpunkt: Frauen" in text
    assert f"<b>{before + 1}</b> Seiten" in text
    assert "dabei seit 2020" in text
    assert 'class="nrw"' in text


def test_who_left_or_is_closed_is_gone_at_once(netzwerk, dortmund, duesseldorf, client_for) -> None:
    row(dortmund, "Vom Ehemaligen")
    row(duesseldorf, "Vom Geschlossenen")
    Membership.objects.filter(tenant=dortmund).update(left=timezone.localdate())
    duesseldorf.status = TenantStatus.SUSPENDED
    duesseldorf.save()

    text = portal_home(netzwerk, client_for)

    assert "Vom Ehemaligen" not in text
    assert "Vom Geschlossenen" not in text
    assert 'value="dortmund"' not in text


def test_a_portal_asks_as_much_for_many_rows_as_for_one(netzwerk, dortmund, client_for) -> None:
    row(dortmund, "Eins")
    portal_home(netzwerk, client_for)
    client, counts = client_for(netzwerk), []
    for number in range(2):
        with counted_queries() as queries:
            client.get("/")
        counts.append(len(queries))
        row(dortmund, f"Mehr {number}")
        row(dortmund, f"Noch mehr {number}")

    assert counts == [9, 9]
