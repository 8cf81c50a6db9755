"""What may not be seen is gone from the next search on, before the index learns of it."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from verbund.search.engines.elasticsearch.engine import ElasticsearchEngine
from verbund.search.engines.elasticsearch.scope import LONGEST_WAIT, MOST_WAITING
from verbund.search.models import SearchChange, SearchRow, Visibility
from verbund.search.query import Fallback, SearchQuery
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.life import suspend
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import TenantPlugin

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def drums(index, dortmund, publish, pass_on):
    """A page of Dortmund that the index has."""
    page = publish(dortmund, "Trommelkurs")
    pass_on()
    return page


def test_it_is_found_by_elasticsearch(drums, netzwerk, search_at):
    result = search_at(netzwerk, "Trommelkurs")

    assert [hit.title for hit in result.hits] == ["Trommelkurs"]
    assert result.fallback is None


def test_a_suspended_tenant(drums, dortmund, netzwerk, search_at):
    suspend(dortmund)

    result = search_at(netzwerk, "Trommelkurs")
    assert (result.total, result.hits, result.fallback) == (0, (), None)


def test_a_tenant_that_is_suspended_behind_the_registrys_back(drums, dortmund, netzwerk, ask):
    type(dortmund).objects.filter(pk=dortmund.pk).update(status=TenantStatus.SUSPENDED)

    assert ask(netzwerk, dortmund).total == 0


@pytest.fixture
def ask():
    """A search of some tenant over others, whatever the registry says of them."""

    def run(home, *tenants):
        scope = tuple(one.uuid for one in tenants)
        return ElasticsearchEngine().search(SearchQuery("Trommelkurs", scope, home=home.uuid))

    return run


def test_a_plugin_that_is_switched_off_and_on_again(drums, dortmund, search_at, pass_on):
    TenantPlugin.objects.update_or_create(tenant=dortmund, label="news", defaults={"enabled": True})
    SearchRow.objects.filter(title="Trommelkurs").update(plugin="news")
    pass_on()
    assert search_at(dortmund, "Trommelkurs").total == 1

    TenantPlugin.objects.filter(tenant=dortmund, label="news").update(enabled=False)
    assert search_at(dortmund, "Trommelkurs").total == 0

    TenantPlugin.objects.filter(tenant=dortmund, label="news").update(enabled=True)
    assert search_at(dortmund, "Trommelkurs").total == 1


def test_a_page_that_is_restricted(drums, dortmund, search_at):
    with tenant_context(dortmund):
        PageViewRestriction.objects.create(page=drums, restriction_type="login")

    result = search_at(dortmund, "Trommelkurs")
    assert (result.total, result.hits, result.facets["kind"]) == (0, (), ())
    assert result.fallback is None


def test_a_page_that_is_deleted(drums, dortmund, search_at):
    with tenant_context(dortmund):
        drums.delete()

    assert search_at(dortmund, "Trommelkurs").total == 0


def test_a_page_that_its_site_keeps_to_itself_from_now_on(drums, dortmund, netzwerk, search_at):
    SearchRow.objects.filter(title="Trommelkurs").update(visibility=Visibility.OWN)

    assert search_at(netzwerk, "Trommelkurs").total == 0
    assert search_at(dortmund, "Trommelkurs").total == 1


def test_a_page_that_expires(drums, dortmund, search_at, pass_on):
    ends = timezone.now() + dt.timedelta(days=1)
    SearchRow.objects.filter(title="Trommelkurs").update(visible_until=ends)
    pass_on()
    assert search_at(dortmund, "Trommelkurs").total == 1

    SearchRow.objects.filter(title="Trommelkurs").update(visible_until=timezone.now())
    assert search_at(dortmund, "Trommelkurs").total == 0


def test_a_row_that_went_without_any_trace_is_not_shown(drums, dortmund, search_at):
    SearchRow.objects.filter(title="Trommelkurs").delete()
    SearchChange.objects.all().delete()

    result = search_at(dortmund, "Trommelkurs")
    assert (result.total, result.hits) == (0, ())


def test_a_hit_shows_its_row_as_it_is_now(drums, dortmund, search_at):
    SearchRow.objects.filter(title="Trommelkurs").update(path="/anders/")

    (hit,) = search_at(dortmund, "Trommelkurs").hits
    assert hit.path == "/anders/"


@pytest.mark.usefixtures("drums")
def test_another_tenants_page_of_the_same_name_stays_its_own(
    dortmund, duesseldorf, publish, pass_on, search_at
):
    publish(duesseldorf, "Trommelkurs dort")
    pass_on()

    assert [hit.title for hit in search_at(dortmund, "Trommelkurs").hits] == ["Trommelkurs"]
    assert [hit.title for hit in search_at(duesseldorf, "Trommelkurs").hits] == ["Trommelkurs dort"]


def test_an_index_that_lags_behind_leaves_the_answer_to_the_table(
    drums, dortmund, publish, search_at
):
    publish(dortmund, "Flötenkreis")
    long_ago = timezone.now() - dt.timedelta(seconds=LONGEST_WAIT + 1)
    SearchChange.objects.update(created=long_ago)

    result = search_at(dortmund, "Flötenkreis")
    assert [hit.title for hit in result.hits] == ["Flötenkreis"]
    assert result.fallback is Fallback.BEHIND


def test_so_does_one_that_lacks_many_changes(drums, dortmund, search_at):
    SearchChange.objects.bulk_create(
        SearchChange(tenant=dortmund.uuid, object_key=f"x:{number}")
        for number in range(MOST_WAITING + 1)
    )

    assert search_at(dortmund, "Trommelkurs").fallback is Fallback.BEHIND


def test_what_waits_elsewhere_is_no_reason(drums, dortmund, duesseldorf, search_at):
    SearchChange.objects.create(
        tenant=duesseldorf.uuid,
        object_key="x:1",
        created=timezone.now() - dt.timedelta(seconds=LONGEST_WAIT + 1),
    )

    assert search_at(dortmund, "Trommelkurs").fallback is None
