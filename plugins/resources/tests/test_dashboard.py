"""*Zu tun*: what waits for those who lend, with the list behind each line."""

import datetime as dt

import pytest
from django.utils import timezone

from plugins.resources.domain.booking import confirm, hold
from plugins.resources.domain.damages import report
from plugins.resources.domain.shelves import Shelf, counts
from plugins.resources.domain.stories import CLOCK
from plugins.resources.enums import BookingState
from plugins.resources.models import Booking, Line
from plugins.resources.tests import factories
from tests.queries import counted_queries
from verbund.accounts.roles_sync import sync_roles
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")


def asked(thing, *, sure=False):
    request = factories.request()
    line = factories.line(request, thing)
    hold(request)
    if sure:
        confirm(request)
    return line


def moved(line, *, starts, ends):
    now = timezone.now()
    hours = {"starts": now + dt.timedelta(hours=starts), "ends": now + dt.timedelta(hours=ends)}
    Line.objects.filter(pk=line.pk).update(**hours)


def test_each_shelf_is_counted_with_one_query():
    beamer = factories.article(units=9)
    asked(beamer)
    moved(asked(beamer, sure=True), starts=1, ends=48)
    for ends in (1, -1, -30):
        line = asked(beamer, sure=True)
        moved(line, starts=-50, ends=ends)
        Booking.objects.filter(line=line).update(state=BookingState.OUT)

    with counted_queries() as queries:
        found = counts()

    assert found == {Shelf.DECIDE: 1, Shelf.HAND_OUT: 1, Shelf.DUE: 1, Shelf.OVERDUE: 2}
    assert len(queries) == 1


def test_the_dashboard_shows_it_to_those_who_lend_alone(client_for, staff, in_dortmund):
    asked(factories.article())
    report(factories.article("Mikrofon").units.get(), "Kabel", by=CLOCK)
    sync_roles(in_dortmund)

    pages = {}
    for role in ("Administration", "Redaktion"):
        with tenant_context(in_dortmund):
            client = client_for(in_dortmund, staff(in_dortmund, role))
            pages[role] = client.get("/admin/").content.decode()

    assert "1 Anfrage wartet auf eine Entscheidung" in pages["Administration"]
    assert "1 Stück ist defekt" in pages["Administration"]
    assert "wartet auf eine Entscheidung" not in pages["Redaktion"]


def test_the_other_city_has_nothing_to_do(duesseldorf):
    asked(factories.article())

    with tenant_context(duesseldorf):
        assert sum(counts().values()) == 0
