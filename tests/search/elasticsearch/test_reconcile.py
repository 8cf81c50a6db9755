"""By night differences are found and mended: rows by the pages, the index by the rows."""

from uuid import uuid4

import pytest

from verbund.plugin.jobs import run_everywhere, run_shared
from verbund.search.domain.comparing import differences
from verbund.search.engines.elasticsearch import client
from verbund.search.engines.elasticsearch.documents import document_id
from verbund.search.engines.elasticsearch.store import next_version
from verbund.search.models import SearchChange, SearchCheck, SearchRow

pytestmark = pytest.mark.elasticsearch


@pytest.fixture(autouse=True)
def in_order(index, pass_on):
    """Nothing is left of what onboarding did before there was a page tree."""
    run_everywhere("search.reconcile")
    pass_on()


def spoil(index, tenant) -> None:
    """One document too few, one too many, one that is older than its row."""
    first, second = SearchRow.objects.filter(tenant=tenant).order_by("pk")[:2]
    server = client.client()
    server.delete(index=index, id=document_id(tenant.uuid, first.object_key))
    name = document_id(tenant.uuid, second.object_key)
    source = server.get(index=index, id=name)["_source"]
    server.update(index=index, id=name, doc={"digest": "older"})
    server.index(index=index, id=document_id(tenant.uuid, "x:1"), document=source)
    server.indices.refresh(index=index)


def test_drift_of_the_index_is_mended_and_reported(index, dortmund, duesseldorf, pass_on):
    spoil(index, dortmund)

    assert run_everywhere("search.reconcile") == []

    here, there = (SearchCheck.objects.get(tenant=one) for one in (dortmund, duesseldorf))
    assert (here.rows_mended, here.index_mended) == (0, 3)
    assert (there.rows_mended, there.index_mended) == (0, 0)
    pass_on()
    assert differences(index, dortmund.uuid) == set()


def test_drift_of_the_rows_is_mended_in_both(index, dortmund, pass_on, search_at):
    SearchRow.objects.filter(tenant=dortmund, path="/impressum/").update(kind="news")
    SearchRow.objects.filter(tenant=dortmund, path="/datenschutz/").delete()
    pass_on()
    assert search_at(dortmund, "Impressum", kinds=("news",)).total == 1

    run_everywhere("search.reconcile")
    pass_on()

    assert SearchCheck.objects.get(tenant=dortmund).rows_mended == 2
    assert search_at(dortmund, "Impressum", kinds=("news",)).total == 0
    assert search_at(dortmund, "Datenschutz").hits[0].path == "/datenschutz/"
    assert differences(index, dortmund.uuid) == set()


def test_what_waits_is_no_drift(index, dortmund, publish):
    publish(dortmund, "Trommelkurs")

    run_everywhere("search.reconcile")

    assert SearchCheck.objects.get(tenant=dortmund).index_mended == 0
    assert SearchChange.objects.count() == 1


def test_an_index_that_is_away_keeps_nobody_from_mending_rows(index, dortmund, settings):
    SearchRow.objects.filter(tenant=dortmund, path="/impressum/").delete()
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"

    assert run_everywhere("search.reconcile") == []

    check = SearchCheck.objects.get(tenant=dortmund)
    assert (check.rows_mended, check.index_mended) == (1, None)


def test_documents_of_a_tenant_that_is_no_more_are_deleted(index):
    nobody = uuid4()
    client.client().index(
        index=index, id=document_id(nobody, "x:1"), document={"tenant": str(nobody)}, refresh=True
    )

    run_shared("search.tidy")

    client.client().indices.refresh(index=index)
    found = client.client().count(index=index, query={"term": {"tenant": str(nobody)}})
    assert found["count"] == 0


def test_after_a_restore_versions_go_on_where_the_index_is(index, dortmund, publish, pass_on):
    page = publish(dortmund, "Trommelkurs")
    name = document_id(dortmund.uuid, f"pages.standardpage:{page.pk}")
    ahead = next_version() + 1000
    client.client().index(
        index=index,
        id=name,
        document={"tenant": str(dortmund.uuid), "version": ahead},
        version=ahead,
        version_type="external",
        refresh=True,
    )
    pass_on()
    assert "digest" not in client.client().get(index=index, id=name)["_source"]

    run_shared("search.tidy")
    run_everywhere("search.reconcile")
    pass_on()

    assert differences(index, dortmund.uuid) == set()
