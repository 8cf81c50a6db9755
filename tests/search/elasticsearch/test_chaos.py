"""Whatever dies meanwhile: in the end the index has what the table has."""

import random
import time
from collections.abc import Iterator
from itertools import count
from threading import Thread

import pytest
from django.db import connections, transaction
from wagtail.models import PageViewRestriction, Site

from tests.services.workers import command, workers
from verbund.pages.models import StandardPage
from verbund.search.domain.building import build
from verbund.search.domain.comparing import differences, different_counts
from verbund.search.domain.queries import search_state
from verbund.search.domain.relaying import relay_all
from verbund.search.engines.elasticsearch import client
from verbund.search.models import BuildState, SearchBuild, SearchChange, SearchRow
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

pytestmark = pytest.mark.elasticsearch
OPERATIONS = 200
KILLS = 3
CITIES = ("dortmund", "duesseldorf")
PATIENCE = 60.0


class Editors:
    """Publish, change, withdraw, restrict, move and delete pages of two cities, one by one."""

    def __init__(self, seed: int) -> None:
        self.done = 0
        self.slowest = 0.0
        self._chance = random.Random(seed)
        self._numbers = count(1)

    def work(self, operations: int) -> None:
        try:
            for _number in range(operations):
                started = time.monotonic()
                self._one()
                self.slowest = max(self.slowest, time.monotonic() - started)
                self.done += 1
        finally:
            connections.close_all()

    def _one(self) -> None:
        tenant = Tenant.objects.get(schema_name=self._chance.choice(CITIES))
        with tenant_context(tenant), transaction.atomic():
            pages = list(StandardPage.objects.filter(title__startswith="Kurs"))
            do = self._chance.choices(
                [self._publish, self._change, self._withdraw, self._restrict, self._delete],
                [3, 5, 2, 1, 1],
            )[0]
            if do == self._publish or not pages:
                self._publish()
            else:
                do(self._chance.choice(pages))

    def _publish(self, page: StandardPage | None = None) -> None:
        root = Site.objects.get(is_default_site=True).root_page
        new = StandardPage(title=f"Kurs {next(self._numbers)}", show_in_menus=False, live=False)
        root.add_child(instance=new)
        new.save_revision().publish()

    def _change(self, page: StandardPage) -> None:
        page.lead = f"Fassung {next(self._numbers)}"
        page.save_revision().publish()

    def _withdraw(self, page: StandardPage) -> None:
        page.unpublish()

    def _restrict(self, page: StandardPage) -> None:
        PageViewRestriction.objects.get_or_create(page=page, restriction_type="login")

    def _delete(self, page: StandardPage) -> None:
        page.delete()


@pytest.fixture
def index(own_database: str, elasticsearch: str) -> str:
    """As the other tests' index, but in a database where commits are real."""
    build()
    return elasticsearch


def settle() -> None:
    """Waits until all changes were passed on."""
    deadline = time.monotonic() + PATIENCE
    while SearchChange.objects.exists():
        assert time.monotonic() < deadline, search_state()
        time.sleep(0.1)
    client.client().indices.refresh(index=client.alias())


def wait_for_relays(number: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while len(search_state().relays) < number:
        assert time.monotonic() < deadline, search_state()
        time.sleep(0.1)


def assert_alike(index: str) -> None:
    assert different_counts(index) == {}
    tenants = Tenant.objects.filter(schema_name__in=CITIES)
    found = {one.schema_name: differences(index, one.uuid) for one in tenants}
    assert found == {name: set() for name in CITIES}


def moments(seed: int) -> Iterator[int]:
    """After how many operations the server is killed."""
    yield from sorted(random.Random(seed).sample(range(10, OPERATIONS - 10), KILLS))


def test_the_server_is_killed_at_random_while_editors_work(index, elasticsearch_server):
    seed = random.randrange(1_000_000)
    editors = Editors(seed)
    work = Thread(target=editors.work, args=(OPERATIONS,))
    with workers(2):
        work.start()
        for moment in moments(seed):
            while editors.done < moment and work.is_alive():
                time.sleep(0.02)
            elasticsearch_server.kill()
            elasticsearch_server.start()
        work.join()
        settle()

    assert editors.done == OPERATIONS, f"seed {seed}"
    assert SearchRow.objects.filter(title__startswith="Kurs").count() > 5
    assert_alike(index)


def test_two_relays_keep_the_order_of_each_object(index):
    """The same few objects again and again, with both relays after them."""
    tenant = Tenant.objects.get(schema_name="dortmund")
    with tenant_context(tenant):
        rows = [row.pk for row in SearchRow.objects.filter(tenant=tenant)[:3]]
    with workers(2):
        wait_for_relays(2)
        for number in range(150):
            SearchRow.objects.filter(pk__in=rows).update(kind=f"art{number}")
        settle()
        relays = search_state().relays

    assert len(relays) == 2
    assert_alike(index)
    kinds = client.client().search(index=index, query={"prefix": {"kind": "art"}}, size=10)
    assert {hit["_source"]["kind"] for hit in kinds["hits"]["hits"]} == {"art149"}


def test_a_change_is_found_within_two_seconds(index):
    tenant = Tenant.objects.get(schema_name="dortmund")
    row = SearchRow.objects.filter(tenant=tenant)[0]
    with workers(1):
        wait_for_relays(1)
        SearchRow.objects.filter(pk=row.pk).update(kind="gleich")
        started = time.monotonic()
        while not client.client().count(index=index, query={"term": {"kind": "gleich"}})["count"]:
            assert time.monotonic() < started + PATIENCE
            time.sleep(0.05)
        needed = time.monotonic() - started
        (relay,) = search_state().relays

    assert needed < 2.0
    assert relay.lag < 2.0


def test_a_build_that_was_killed_goes_on_where_it_was(index):
    tenant = Tenant.objects.get(schema_name="dortmund")
    SearchRow.objects.bulk_create(
        SearchRow(
            tenant=tenant,
            object_key=f"pages.standardpage:{9000 + number}",
            kind="page",
            language="de",
            title=f"Kurs {number}",
            path=f"/kurs-{number}/",
            vector="'e:kurs':1A",
        )
        for number in range(4000)
    )
    relay_all()
    builder = command("search", "rebuild", "--index")
    deadline = time.monotonic() + PATIENCE
    while not SearchBuild.objects.filter(state=BuildState.BUILDING, written__gt=0).exists():
        assert time.monotonic() < deadline, builder.communicate()
        time.sleep(0.01)
    builder.kill()
    builder.communicate()
    half = SearchBuild.objects.get(state=BuildState.BUILDING)
    assert 0 < half.written < half.total

    resumed = command("search", "rebuild", "--index")
    told, _nothing = resumed.communicate(timeout=120)

    assert resumed.returncode == 0, told
    assert f"{half.index}, which answers now" in told
    assert f"{half.index}: {half.written} of" not in told
    assert_alike(index)
