"""The relay passes changes on, tries again what was refused, and leaves the rest to a person."""

from io import StringIO
from threading import Event

import pytest
from django.core.management import call_command
from django.db import connection

from verbund.search.domain.queries import search_state
from verbund.search.domain.relaying import PAUSES, IndexLost, relay
from verbund.search.engines.elasticsearch import client
from verbund.search.engines.elasticsearch.documents import document_id
from verbund.search.models import SearchChange, SearchProcess, SearchRow
from verbund.search.relay import Relay
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.elasticsearch
TOO_LONG = "x" * 40_000  # no keyword of Elasticsearch is longer than 32,766 bytes


def found(tenant, page) -> bool:
    name = document_id(tenant.uuid, f"pages.standardpage:{page.pk}")
    return bool(client.client().exists(index=client.alias(), id=name))


def make_refused(tenant) -> SearchRow:
    """A row that Elasticsearch does not take."""
    row = SearchRow.objects.filter(tenant=tenant)[0]
    row.kind = TOO_LONG
    return row


def test_a_publication_and_its_end_reach_the_index(index, dortmund, publish, pass_on):
    page = publish(dortmund, "Trommelkurs")
    assert pass_on() == 1
    assert found(dortmund, page)

    with tenant_context(dortmund):
        page.unpublish()
    assert pass_on() == 1
    assert not found(dortmund, page)
    assert SearchChange.objects.count() == 0


def test_many_changes_of_one_object_are_one_document(index, dortmund, publish, pass_on):
    page = publish(dortmund, "Trommelkurs")
    with tenant_context(dortmund):
        for title in ("Trommelkreis", "Trommeltreff"):
            page.title = title
            page.save_revision().publish()

    assert SearchChange.objects.count() == 3
    assert pass_on() == 1


def test_what_was_read_before_does_not_overwrite_what_is_newer(index, dortmund, publish, pass_on):
    page = publish(dortmund, "Trommelkurs")
    pass_on()
    name = document_id(dortmund.uuid, f"pages.standardpage:{page.pk}")
    newer = client.client().get(index=index, id=name)["_version"] + 5
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('search_version', %s)", [newer])
    with tenant_context(dortmund):
        page.title = "Trommeltreff"
        page.save_revision().publish()
    pass_on()

    stale = client.client().options(ignore_status=409)
    answer = stale.index(index=index, id=name, document={}, version=newer, version_type="external")
    assert answer.meta.status == 409


def refuse(row: SearchRow) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchrow ALTER kind TYPE text")
    row.save()


@pytest.fixture
def refused(index, dortmund) -> SearchChange:
    """A change that Elasticsearch refused once; another object's change came through."""
    SearchChange.objects.all().delete()
    refuse(make_refused(dortmund))
    batch = relay()
    assert (batch.sent, batch.failed) == (0, 1)
    return SearchChange.objects.get()


def test_what_was_refused_is_tried_later_and_says_why(refused):
    assert refused.attempts == 1
    assert refused.next_try > refused.created
    assert "failed to parse field [kind]" in refused.error


def test_one_that_is_refused_does_not_hold_up_the_others(refused, dortmund, publish, pass_on):
    page = publish(dortmund, "Trommelkurs")

    assert pass_on() == 1
    assert found(dortmund, page)


def test_after_the_last_try_a_person_sees_it_and_tries_again(refused):
    SearchChange.objects.update(attempts=len(PAUSES), next_try=refused.created)
    relay()

    (given_up,) = search_state().changes.shown
    assert (given_up.site, given_up.object_key) == ("dortmund", refused.object_key)
    out = StringIO()
    call_command("search", "status", stdout=out)
    assert (
        f"given up: dortmund {refused.object_key} after {len(PAUSES) + 1} tries" in out.getvalue()
    )
    assert not relay()

    SearchRow.objects.filter(object_key=refused.object_key).update(kind="page")
    SearchChange.objects.exclude(pk=refused.pk).delete()
    call_command("search", "retry", stdout=out)
    assert out.getvalue().endswith("1 changes are tried again.\n")
    assert relay().sent == 1
    assert SearchChange.objects.count() == 0


def test_a_later_change_that_comes_through_settles_what_was_given_up(refused, pass_on):
    SearchChange.objects.update(next_try=None)
    SearchRow.objects.filter(object_key=refused.object_key).update(kind="page")

    assert pass_on() == 1
    assert SearchChange.objects.count() == 0


def test_a_full_disk_is_no_fault_of_the_documents(index, dortmund, publish, pass_on):
    publish(dortmund, "Trommelkurs")
    block = {"index.blocks.read_only_allow_delete": True}
    client.client().indices.put_settings(index=index, settings=block)

    batch = relay()
    assert (batch.sent, batch.failed) == (0, 0)
    assert "read-only-allow-delete" in batch.held_up
    assert SearchChange.objects.get().attempts == 0

    client.client().indices.put_settings(index=index, settings=dict.fromkeys(block))
    assert pass_on() == 1


def test_an_index_that_was_deleted_is_not_made_by_writing(index, dortmund, publish):
    for name in client.client().indices.get(index=f"{index}*"):
        client.client().indices.delete(index=name)
    publish(dortmund, "Trommelkurs")

    with pytest.raises(IndexLost):
        relay()
    assert SearchChange.objects.count() == 1
    assert not client.client().indices.exists(index=index)


def test_a_relay_says_that_it_lives_and_how_long_it_took(index, dortmund, publish):
    publish(dortmund, "Trommelkurs")
    relay = Relay()
    relay.step()

    (seen,) = search_state().relays
    assert (seen.sent, seen.error) == (1, "")
    assert 0 < seen.lag < 60

    stop = Event()
    stop.set()
    relay.run(stop)
    assert SearchProcess.objects.count() == 0


def test_while_the_index_is_lost_a_relay_waits_longer_each_time(index, dortmund, publish):
    for name in client.client().indices.get(index=f"{index}*"):
        client.client().indices.delete(index=name)
    publish(dortmund, "Trommelkurs")
    relay = Relay()
    pauses = []
    for _time in range(4):
        relay.step()
        pauses.append(relay.pause)

    assert pauses == sorted(pauses)
    assert pauses[-1] > 4 * pauses[0]
    (seen,) = search_state().relays
    assert "search rebuild" in seen.error
