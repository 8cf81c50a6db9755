"""What is not public is nowhere: in no list, feed, sitemap, search or API, nor at its address."""

import pytest
from django.utils import timezone

from plugins.news.models import NewsPage, PressReleasePage
from plugins.news.search import indexable
from plugins.news.tests.factories import (
    draft,
    german_index,
    in_days,
    picture,
    published,
    release,
    restrict,
)
from verbund.pages.jobs import publish_scheduled
from verbund.tenancy.context import tenant_context

SECRET, SLUG = "Geheimes Vorhaben", "geheimes-vorhaben"
PLACES = (
    "/aktuelles/",
    "/aktuelles/?thema=bildung",
    "/aktuelles/?thema=pressemitteilungen",
    "/aktuelles/feed/",
    "/aktuelles/feed/?thema=bildung",
    "/aktuelles/nachbarin/",
    "/sitemap.xml",
    "/suche/?q=Vorhaben",
    "/api/v1/news",
    "/api/v1/search?q=Vorhaben",
)


def a_draft():
    return draft(SECRET, topics=["bildung"])


def a_scheduled_item():
    return published(SECRET, topics=["bildung"], go_live_at=in_days(1))


def an_embargoed_release():
    return release(SECRET, topics=["bildung"], embargo_until=in_days(1))


def a_private_item():
    item = published(SECRET, topics=["bildung"])
    restrict(item)
    return item


def an_item_that_ended_a_moment_ago():
    return published(SECRET, topics=["bildung"], expire_at=timezone.now())


def an_expired_item():
    item = an_item_that_ended_a_moment_ago()
    publish_scheduled()
    return item


def a_withdrawn_item():
    item = published(SECRET, topics=["bildung"])
    item.unpublish()
    return item


def shown_at(client, places):
    """Where the item's title or its address can be read."""
    pages = {place: client.get(place).content.decode() for place in places}
    return [place for place, html in pages.items() if SECRET in html or SLUG in html]


HIDDEN = (
    a_draft,
    a_scheduled_item,
    an_embargoed_release,
    a_private_item,
    an_item_that_ended_a_moment_ago,
    an_expired_item,
    a_withdrawn_item,
)


@pytest.mark.parametrize("make", HIDDEN, ids=lambda make: make.__name__)
def test_what_is_not_public_is_nowhere(make, in_dortmund, client_for):
    published("Nachbarin", topics=["bildung"])
    release("Andere Mitteilung")
    item = make()
    kept = indexable(NewsPage.objects.get(pk=item.pk).specific)

    assert kept is None
    assert shown_at(client_for(in_dortmund), PLACES) == []


@pytest.mark.parametrize("make", HIDDEN, ids=lambda make: make.__name__)
def test_its_own_address_does_not_show_it(make, in_dortmund, client_for):
    item = make()
    client = client_for(in_dortmund)

    answers = [
        client.get("/aktuelles/geheimes-vorhaben/"),
        client.get(f"/api/v1/news/{item.pk}"),
        client.get("/tr/aktuelles/geheimes-vorhaben/"),
    ]

    assert {answer.status_code for answer in answers} <= {302, 403, 404}
    assert not any(SECRET in answer.content.decode() for answer in answers)


def test_all_of_it_is_public_where_nothing_hides_it(in_dortmund, client_for):
    published("Nachbarin", topics=["bildung"])
    release(SECRET, topics=["bildung"], image=picture())

    assert shown_at(client_for(in_dortmund), PLACES) == list(PLACES)


def test_the_embargo_ends_by_itself(in_dortmund, client_for):
    item = release(SECRET, embargo_until=in_days(1))
    client = client_for(in_dortmund)
    revision = item.latest_revision
    revision.approved_go_live_at = in_days(-1)
    revision.content["go_live_at"] = revision.content["embargo_until"] = in_days(-1).isoformat()
    revision.save()

    publish_scheduled()

    assert SECRET in client.get("/aktuelles/").content.decode()
    assert client.get("/aktuelles/geheimes-vorhaben/").status_code == 200


def test_a_restriction_of_the_list_hides_its_feed(in_dortmund, client_for):
    published(SECRET)
    restrict(german_index())

    answer = client_for(in_dortmund).get("/aktuelles/feed/")

    assert answer.status_code in {302, 403}
    assert SECRET not in answer.content.decode()


def test_the_other_city_shows_none_of_it(in_dortmund, duesseldorf, client_for):
    item = release(SECRET, topics=["bildung"])
    client = client_for(duesseldorf)
    with tenant_context(duesseldorf):
        published("Nachbarin", topics=["bildung"])
        release("Andere Mitteilung")

    own = [place for place in PLACES if "/search" not in place]

    assert shown_at(client, own) == []
    assert client.get("/aktuelles/geheimes-vorhaben/").status_code == 404
    assert client.get(f"/api/v1/news/{item.pk}").status_code == 404


def test_off_hides_everything(in_dortmund, client_for, switch):
    published("Nachbarin", topics=["bildung"])
    release(SECRET, topics=["bildung"])
    client = client_for(in_dortmund)

    switch(in_dortmund, False)

    assert PressReleasePage.objects.count() == 1
    assert shown_at(client, PLACES) == []
