"""While the server is stopped, frozen, or answers nonsense, the table answers and nobody waits."""

import time

import pytest

from tests.services.proxy import Mood, proxy_to
from verbund.search.domain.queries import search_state
from verbund.search.engines.elasticsearch import client
from verbund.search.engines.elasticsearch.breaker import FAILURES, REST_SECONDS, breaker
from verbund.search.engines.elasticsearch.engine import SECONDS
from verbund.search.models import SearchChange
from verbund.search.query import Fallback
from verbund.search.relay import Relay

pytestmark = pytest.mark.elasticsearch
# What a search may take beside the wait for Elasticsearch, on a machine that is busy.
ASIDE = 2.0


@pytest.fixture
def drums(index, dortmund, publish, pass_on):
    page = publish(dortmund, "Trommelkurs")
    pass_on()
    return page


@pytest.fixture
def proxy(elasticsearch_server, drums, settings):
    """Stands between us and the server from now on."""
    with proxy_to(elasticsearch_server.port) as proxy:
        settings.ELASTICSEARCH_URL = proxy.url
        yield proxy


@pytest.fixture
def frozen(elasticsearch_server, drums):
    elasticsearch_server.freeze()
    yield
    elasticsearch_server.thaw()


def timed(search_at, tenant):
    started = time.monotonic()
    result = search_at(tenant, "Trommelkurs")
    return result, time.monotonic() - started


def assert_answered(result, why):
    assert [hit.title for hit in result.hits] == ["Trommelkurs"]
    assert result.fallback is why


def test_a_frozen_server_is_waited_for_up_to_the_limit_and_then_left_alone(
    frozen, dortmund, search_at
):
    for _time in range(FAILURES):
        result, seconds = timed(search_at, dortmund)
        assert_answered(result, Fallback.SLOW)
        assert seconds < SECONDS + ASIDE

    result, seconds = timed(search_at, dortmund)
    assert_answered(result, Fallback.AWAY)
    assert seconds < SECONDS
    (open_breaker,) = search_state().breakers
    assert open_breaker.failing_since is not None


def test_a_publication_does_not_wait_for_a_frozen_server(frozen, dortmund, publish, search_at):
    started = time.monotonic()
    publish(dortmund, "Flötenkreis")

    assert time.monotonic() - started < SECONDS + ASIDE
    breaker_open = [search_at(dortmund, "Flötenkreis") for _time in range(FAILURES)]
    assert all(result.total == 1 for result in breaker_open)


def test_once_it_answers_again_it_is_asked_again(
    elasticsearch_server, drums, dortmund, search_at, monkeypatch
):
    elasticsearch_server.freeze()
    for _time in range(FAILURES):
        search_at(dortmund, "Trommelkurs")
    elasticsearch_server.thaw()
    client.client().indices.refresh(index=client.alias())  # it has caught up with itself
    assert search_at(dortmund, "Trommelkurs").fallback is Fallback.AWAY

    later = time.monotonic() + REST_SECONDS + 1
    monkeypatch.setattr(breaker, "clock", lambda: later)
    assert_answered(search_at(dortmund, "Trommelkurs"), None)
    assert search_state().breakers == ()


@pytest.mark.parametrize("mood", [Mood.ERRORS, Mood.CUTS, Mood.SILENT])
def test_what_a_proxy_makes_of_it(proxy, dortmund, search_at, mood):
    assert_answered(search_at(dortmund, "Trommelkurs"), None)

    proxy.mood = mood
    result, seconds = timed(search_at, dortmund)
    assert_answered(result, Fallback.SLOW if mood is Mood.SILENT else Fallback.AWAY)
    assert seconds < SECONDS + ASIDE

    proxy.mood = Mood.PASSES
    assert_answered(search_at(dortmund, "Trommelkurs"), None)


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_whatever_error_it_answers(proxy, dortmund, search_at, status):
    proxy.status, proxy.mood = status, Mood.ERRORS

    assert_answered(search_at(dortmund, "Trommelkurs"), Fallback.AWAY)


@pytest.mark.parametrize("status", [401, 429, 500, 503])
def test_changes_wait_through_errors_and_count_no_try(proxy, dortmund, publish, search_at, status):
    publish(dortmund, "Trommelkreis")
    proxy.status, proxy.mood = status, Mood.ERRORS
    relay = Relay()
    for _time in range(3):
        relay.step()

    assert SearchChange.objects.get().attempts == 0
    (seen,) = search_state().relays
    assert seen.failing_since is not None

    proxy.mood = Mood.PASSES
    relay.step()
    assert SearchChange.objects.count() == 0
    assert search_state().relays[0].failing_since is None
    assert search_at(dortmund, "Trommelkreis").fallback is None


def test_staff_see_a_quiet_note_and_visitors_do_not(proxy, dortmund, client_for, staff):
    proxy.mood = Mood.ERRORS
    address = "/suche/?q=Trommelkurs"

    visitor = client_for(dortmund).get(address)
    editor = client_for(dortmund, staff(dortmund, "Redaktion")).get(address)

    note = "Elasticsearch antwortet gerade nicht"
    assert (visitor.status_code, note in visitor.text) == (200, False)
    assert note in editor.text


def test_ready_says_so_and_stays_ready(proxy, dortmund, client_for):
    assert client_for(dortmund).get("/-/ready").json()["elasticsearch"] is True

    proxy.mood = Mood.ERRORS
    response = client_for(dortmund).get("/-/ready")
    assert (response.status_code, response.json()["elasticsearch"]) == (200, False)
