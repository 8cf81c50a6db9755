"""Words that found nothing: what is kept, who sees it, and how a synonym comes of it."""

import datetime as dt

import pytest
from django.utils import timezone

from verbund.search.domain.missing import KEPT_DAYS, MOST_NEW_A_DAY, count_missing, outdated
from verbund.search.domain.synonyms import add_synonym
from verbund.search.models import SearchMiss, SearchSynonym

REPORT = "/admin/suche-ohne-treffer/"


@pytest.fixture
def counted():
    """What is kept, of all sites."""
    return lambda: sorted(SearchMiss.objects.values_list("tenant__schema_name", "word", "count"))


@pytest.fixture
def portal(netzwerk, client_for, staff):
    return client_for(netzwerk, staff(netzwerk, "Administration"))


def test_a_word_that_finds_nothing_is_counted_by_day_and_site(dortmund, client_for, counted):
    for _time in range(2):
        client_for(dortmund).get("/suche/?q=Nilpferd")

    assert counted() == [(dortmund.schema_name, "nilpferd", 2)]
    fields = {field.name for field in SearchMiss._meta.get_fields()}
    assert fields == {"id", "tenant", "day", "word", "count"}


def test_what_finds_something_is_not(dortmund, publish, client_for, counted):
    publish(dortmund, "Trommelkurs am Hafen")

    for address in ("?q=Trommelkurs", "?q=Nilpferd&seite=1&art=news", "?q="):
        client_for(dortmund).get(f"/suche/{address}")

    assert counted() == []


def test_what_staff_try_out_is_not(dortmund, client_for, staff, counted):
    client_for(dortmund, staff(dortmund, "Redaktion")).get("/suche/?q=Nilpferd")

    assert counted() == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Nilpferd", ["nilpferd"]),
        ("Nilpferd Fest 2023", ["fest", "nilpferd"]),
        ("Nilpferd-Fest", ["nilpferd-fest"]),
        ("erika@verein.example Nilpferd", []),
        ("Nilpferd 0231 4711", []),
        ("Nilpferd 0 2 3 1", []),
        ("Nilpferd www.verein.example", []),
        ("x" * 41, []),
        ("ab", []),
        ("a1b2c3", []),
    ],
)
def test_addresses_numbers_and_the_like_are_never_kept(dortmund, text, kept):
    count_missing(dortmund, text, text.split())

    words = SearchMiss.objects.order_by("word").values_list("word", flat=True)
    assert list(words) == kept


def test_nobody_fills_the_table(dortmund):
    day = timezone.localdate()
    SearchMiss.objects.bulk_create(
        SearchMiss(tenant=dortmund, day=day, word=f"w{number}") for number in range(MOST_NEW_A_DAY)
    )

    count_missing(dortmund, "Nilpferd", ["Nilpferd"])

    assert not SearchMiss.objects.filter(word="nilpferd").exists()


def test_a_word_goes_after_its_time(dortmund, duesseldorf):
    today = timezone.localdate()
    for tenant in (dortmund, duesseldorf):
        for days in (KEPT_DAYS, KEPT_DAYS + 1):
            day = today - dt.timedelta(days=days)
            SearchMiss.objects.create(tenant=tenant, day=day, word="nilpferd")

    outdated(dortmund).delete()

    assert SearchMiss.objects.filter(tenant=dortmund).count() == 1
    assert SearchMiss.objects.filter(tenant=duesseldorf).count() == 2


def test_the_portal_shows_what_was_asked_for_often_enough(portal, dortmund, duesseldorf):
    for tenant, times in ((dortmund, 1), (duesseldorf, 2)):
        for _time in range(times):
            count_missing(tenant, "Nilpferd", ["Nilpferd"])
    count_missing(dortmund, "Zebra", ["Zebra"])

    text = portal.get(REPORT).content.decode()
    assert '<td class="title">nilpferd</td><td>3</td>' in text
    assert "zebra" not in text
    assert "zebra" in portal.get(f"{REPORT}?alle=1").content.decode()


def test_a_synonym_is_two_clicks_away_and_holds_at_once(portal, dortmund, publish, client_for):
    publish(dortmund, "Trommelkurs am Hafen")
    for _time in range(3):
        client_for(dortmund).get("/suche/?q=Nilpferd")

    assert "?wort=nilpferd#synonym" in portal.get(REPORT).content.decode()
    assert 'value="nilpferd"' in portal.get(f"{REPORT}?wort=nilpferd").content.decode()
    done = portal.post(REPORT, {"word": "nilpferd", "others": "Trommelkurs, "})

    assert done.status_code == 302
    assert "am Hafen" in client_for(dortmund).get("/suche/?q=Nilpferd").content.decode()

    portal.post(f"{REPORT}{SearchSynonym.objects.get().pk}/entfernen/")
    assert "am Hafen" not in client_for(dortmund).get("/suche/?q=Nilpferd").content.decode()


def test_a_site_outside_the_network_does_not_learn_it(
    netzwerk, dortmund, duesseldorf, publish, client_for
):
    for tenant in (dortmund, duesseldorf):
        publish(tenant, "Trommelkurs")
    add_synonym(netzwerk, ["Nilpferd", "Trommelkurs"])
    duesseldorf.memberships.all().delete()

    shown = [
        "<mark>Trommelkurs</mark>" in client_for(one).get("/suche/?q=Nilpferd").content.decode()
        for one in (dortmund, duesseldorf)
    ]
    assert shown == [True, False]


@pytest.mark.parametrize("others", ["", " , ", "nilpferd"])
def test_one_word_has_no_synonym(portal, others):
    assert portal.post(REPORT, {"word": "nilpferd", "others": others}).status_code == 200
    assert not SearchSynonym.objects.exists()


def test_a_network_removes_its_own_alone(portal, dortmund):
    other = SearchSynonym.objects.create(network=dortmund, words=["a", "b"])

    portal.post(f"{REPORT}{other.pk}/entfernen/")

    assert SearchSynonym.objects.filter(pk=other.pk).exists()


def test_a_city_has_no_such_page_and_no_editor_sees_it(dortmund, netzwerk, client_for, staff):
    assert client_for(dortmund, staff(dortmund, "Administration")).get(REPORT).status_code == 404
    assert client_for(netzwerk, staff(netzwerk, "Redaktion")).get(REPORT).status_code in (302, 403)
