"""The change log: written with the row, in its transaction, by whoever changes it."""

import pytest
from django.db import transaction

from verbund.plugin.jobs import run_shared
from verbund.search.models import SearchChange, SearchRow
from verbund.tenancy.context import tenant_context


@pytest.fixture(autouse=True)
def nothing_waits(db):
    SearchChange.objects.all().delete()


def changed() -> list[str]:
    return list(SearchChange.objects.order_by("id").values_list("object_key", flat=True))


def test_a_publication_is_noted_for_its_tenant(dortmund, publish):
    page = publish(dortmund, "Trommelkurs")

    (change,) = SearchChange.objects.all()
    assert (change.tenant, change.object_key) == (dortmund.uuid, f"pages.standardpage:{page.pk}")
    assert (change.attempts, change.error) == (0, "")


def test_a_rollback_takes_the_note_along(dortmund, publish):
    with tenant_context(dortmund), transaction.atomic():
        publish(dortmund, "Trommelkurs")
        transaction.set_rollback(True)

    assert changed() == []


def test_a_withdrawal_is_noted(dortmund, publish):
    page = publish(dortmund, "Trommelkurs")
    SearchChange.objects.all().delete()
    with tenant_context(dortmund):
        page.unpublish()

    assert changed() == [f"pages.standardpage:{page.pk}"]


def test_a_row_that_is_written_again_as_it_was_is_no_change(dortmund, publish):
    page = publish(dortmund, "Trommelkurs")
    SearchChange.objects.all().delete()
    with tenant_context(dortmund):
        page.save_revision().publish()

    assert changed() == []


def test_a_change_past_the_platform_is_noted_too(dortmund, publish):
    publish(dortmund, "Trommelkurs")
    SearchChange.objects.all().delete()

    SearchRow.objects.filter(title="Trommelkurs").update(object_key="pages.standardpage:9999")

    assert len(changed()) == 2
    assert changed()[1] == "pages.standardpage:9999"


def test_rows_that_go_with_their_tenant_are_noted(duesseldorf):
    rows = SearchRow.objects.filter(tenant=duesseldorf)
    keys = set(rows.values_list("object_key", flat=True))

    rows.delete()

    assert set(changed()) == keys
    assert set(SearchChange.objects.values_list("tenant", flat=True)) == {duesseldorf.uuid}


def test_without_elasticsearch_the_log_is_emptied_by_night(dortmund, publish):
    publish(dortmund, "Trommelkurs")

    run_shared("search.tidy")

    assert changed() == []


def test_another_free_day_is_noted(dortmund, publish):
    publish(dortmund, "Trommelkurs")
    SearchChange.objects.all().delete()

    SearchRow.objects.filter(title="Trommelkurs").update(free_days=["2030-12-07"])

    assert len(changed()) == 1
