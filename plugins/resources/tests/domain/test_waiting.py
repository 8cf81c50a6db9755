"""The waiting list: the next one has 48 hours, then the next; what nobody takes is free again."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from plugins.resources.domain.booking import cancel, hold
from plugins.resources.domain.offers import accept, decline
from plugins.resources.domain.waiting import move_up, put_on_list
from plugins.resources.enums import BookingState, LineStatus, RequestStatus
from plugins.resources.models import Request, Rule, Waiting
from plugins.resources.tests import factories
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")


def taken(thing):
    request = factories.request(number="A-HAT")
    factories.line(request, thing)
    hold(request)
    return request


def waits(thing, number):
    request = factories.request(number=number, email=f"{number.lower()}@verein.example")
    line = factories.line(request, thing)
    put_on_list(request, [line])
    return request


def line_of(request):
    return Request.objects.get(pk=request.pk).lines.get()


def test_the_first_one_is_offered_what_becomes_free():
    beamer = factories.article()
    holder = taken(beamer)
    first, second = waits(beamer, "A-1"), waits(beamer, "A-2")
    assert move_up() == 0
    cancel(holder)
    mail.outbox.clear()

    assert move_up() == 1
    assert move_up() == 0

    assert line_of(first).status == LineStatus.OFFERED
    assert line_of(first).bookings.get().state == BookingState.HELD
    assert line_of(second).status == LineStatus.WAITING
    assert [(one.to, one.subject) for one in mail.outbox] == [
        (["a-1@verein.example"], "Jetzt frei: Ihre Anfrage A-1")
    ]


def test_after_48_hours_the_next_one_is_asked():
    beamer = factories.article()
    first, second = waits_for_free(beamer)
    Waiting.objects.filter(line__request=first).update(offered_until=timezone.now())

    assert move_up() == 1

    assert line_of(first).status == LineStatus.EXPIRED
    assert line_of(second).status == LineStatus.OFFERED
    assert Request.objects.get(pk=first.pk).status == RequestStatus.EXPIRED


def waits_for_free(thing):
    holder = taken(thing)
    pair = waits(thing, "A-1"), waits(thing, "A-2")
    cancel(holder)
    move_up()
    return pair


def test_who_takes_it_waits_for_staff():
    first, _second = waits_for_free(factories.article())

    assert accept(first)
    assert not accept(first)

    assert line_of(first).status == LineStatus.HELD
    assert Request.objects.get(pk=first.pk).status == RequestStatus.REQUESTED
    assert not Waiting.objects.filter(line__request=first).exists()


def test_where_the_rule_decides_it_is_hers_at_once():
    Rule.objects.create(approval="automatic")
    first, _second = waits_for_free(factories.article())

    accept(first)

    assert line_of(first).status == LineStatus.CONFIRMED


def test_who_declines_makes_room_for_the_next():
    first, second = waits_for_free(factories.article())

    assert decline(first)
    assert move_up() == 1

    assert line_of(first).status == LineStatus.CANCELLED
    assert line_of(second).status == LineStatus.OFFERED


def test_nobody_waits_for_a_day_that_is_over():
    beamer = factories.article()
    taken(beamer)
    request = waits(beamer, "A-1")
    line = line_of(request)
    past = timezone.now() - dt.timedelta(hours=1)
    type(line).objects.filter(pk=line.pk).update(starts=past)

    assert move_up() == 0

    assert line_of(request).status == LineStatus.EXPIRED


def test_a_request_that_only_waits_does_not_run_out():
    request = waits(factories.article(), "A-1")

    request.refresh_from_db()
    assert request.held_until is None


def test_the_other_city_has_a_list_of_its_own(duesseldorf):
    waits_for_free(factories.article())

    with tenant_context(duesseldorf):
        assert Waiting.objects.count() == 0
        assert move_up() == 0
