"""Many at once, with real threads and real transactions: nothing is booked twice or lost."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from plugins.resources.domain.assigning import NotFree, assign, period_with_buffers
from plugins.resources.domain.availability import Key
from plugins.resources.domain.booking import hold
from plugins.resources.enums import BookingState
from plugins.resources.models import Article, Booking, Line, Request, Unit
from plugins.resources.tests import factories as make
from plugins.resources.tests.conftest import begin
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


@pytest.fixture
def city(own_database: str) -> Tenant:
    """Dortmund in a database of its own, where what threads commit is seen by all."""
    return begin(Tenant.objects.get(schema_name="dortmund"))


def at_once(city: Tenant, number: int, work: Callable[[int], str]) -> list[str]:
    """What each of so many threads answers, started together."""
    start = threading.Barrier(number)

    def run(place: int) -> str:
        start.wait()
        try:
            with tenant_context(city):
                return work(place)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


def wanted(article: Article, number: int = 1) -> Request:
    request = make.request()
    make.line(request, article, number)
    return request


def try_to_hold(request: Request) -> str:
    try:
        return f"{len(hold(request))} held"
    except NotFree as error:
        return f"{error.shortages[0].free} free"


def test_of_two_who_want_the_last_projector_one_gets_it(city: Tenant) -> None:
    with tenant_context(city):
        article = make.article(units=1)
        requests = [wanted(article), wanted(article)]

    answers = at_once(city, 2, lambda place: try_to_hold(requests[place]))

    assert sorted(answers) == ["0 free", "1 held"]
    with tenant_context(city):
        assert Booking.objects.count() == 1
        # Nothing is lost: the other one's request and line are there to be changed.
        assert Request.objects.count() == 2
        assert Line.objects.count() == 2


def test_fifty_requests_for_ten_pieces_give_ten_bookings_and_forty_answers(city: Tenant) -> None:
    with tenant_context(city):
        article = make.article(units=10)
        requests = [wanted(article) for _number in range(50)]

    answers = at_once(city, 50, lambda place: try_to_hold(requests[place]))

    assert answers.count("1 held") == 10
    assert answers.count("0 free") == 40
    with tenant_context(city):
        units = Booking.objects.values_list("unit_id", flat=True)
        assert len(set(units)) == len(units) == 10


def test_several_lines_in_other_orders_do_not_lock_each_other_out(city: Tenant) -> None:
    with tenant_context(city):
        chair, table = make.article("Stuhl", units=40), make.article("Tisch", units=10)
        requests = []
        for things in ((chair, table), (table, chair)) * 5:
            request = make.request()
            for thing in things:
                make.line(request, thing, 4 if thing == chair else 1)
            requests.append(request)

    answers = at_once(city, 10, lambda place: try_to_hold(requests[place]))

    assert answers == ["5 held"] * 10
    with tenant_context(city):
        assert Booking.objects.filter(unit__article=chair).count() == 40


def test_a_writer_that_does_not_lock_makes_the_other_try_again(city: Tenant) -> None:
    """The constraint refuses what the lock did not see; the next try takes another piece."""
    with tenant_context(city):
        article = make.article(units=2)
        blocker, request = wanted(article), wanted(article)
        first = Unit.objects.order_by("inventory_number").first()
        assert first is not None
    written, going = threading.Event(), threading.Event()

    def write_without_asking() -> str:
        line = blocker.lines.get()
        bounds = period_with_buffers(line, Key("article", article.pk))
        period = DateTimeTZRange(bounds.lower, bounds.upper)
        with transaction.atomic():
            Booking.objects.create(line=line, unit=first, period=period)
            written.set()
            going.wait(1)
        return "written"

    def hold_meanwhile() -> str:
        written.wait(10)
        made = assign([request.lines.get()], BookingState.HELD)
        return str(made[0].unit_id != first.pk)

    works = [write_without_asking, hold_meanwhile]
    answers = at_once(city, 2, lambda place: works[place]())

    assert answers == ["written", "True"]
