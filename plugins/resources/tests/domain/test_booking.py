"""What becomes of a request: each verb, called once and called again."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone

from plugins.resources.domain.availability import Key, Stock, free_between
from plugins.resources.domain.booking import (
    NotFree,
    cancel,
    change_line,
    change_unit,
    confirm,
    hold,
    refuse,
    release,
    release_expired,
)
from plugins.resources.domain.stories import Actor
from plugins.resources.domain.times import Period
from plugins.resources.enums import (
    ACTIVE,
    BookingState,
    LineStatus,
    RequestStatus,
    StepKind,
    UnitStatus,
)
from plugins.resources.models import Booking, Request, Rule
from plugins.resources.tests import factories as make

pytestmark = pytest.mark.usefixtures("in_dortmund")
WHEN = (10, 12)


def asked(thing, number=1, **values):
    request = make.request(**values)
    make.line(request, thing, number)
    return request


def free(thing):
    period = Period(make.day(WHEN[0]), make.day(WHEN[1]))
    return free_between(period)[Key(type(thing).__name__.lower(), thing.pk)]


def subjects():
    return [message.subject for message in mail.outbox]


def test_a_line_of_forty_chairs_holds_forty_pieces():
    chair = make.article("Stuhl", units=45)

    made = hold(asked(chair, 40))

    assert len({one.unit_id for one in made}) == 40
    assert free(chair) == Stock(45, 5)


def test_holding_twice_holds_once():
    request = asked(make.article(units=2))
    hold(request)

    assert hold(request) == []
    assert Booking.objects.count() == 1


def test_one_line_that_is_gone_leaves_nothing_of_the_others():
    projector, chair = make.article(units=1), make.article("Stuhl", units=9)
    hold(asked(projector))
    request = make.request()
    make.line(request, chair, 5)
    make.line(request, projector)

    with pytest.raises(NotFree) as caught:
        hold(request)

    assert [(one.line.article, one.free) for one in caught.value.shortages] == [(projector, 0)]
    assert free(chair) == Stock(9, 9)


def test_a_kit_takes_its_parts_and_is_gone_with_them():
    chair, table = make.article("Stuhl", units=8), make.article("Tisch", units=3)
    kit = make.kit("Sitzgruppe", {chair: 4, table: 1})

    hold(asked(kit, 2))

    assert free(chair) == Stock(8, 0)
    assert free(table) == Stock(3, 1)
    assert free(kit) == Stock(2, 0)


def test_damaged_pieces_are_not_lent():
    projector = make.article(units=2)
    projector.units.filter(inventory_number="beamer-1").update(status=UnitStatus.DAMAGED)

    made = hold(asked(projector))

    assert made[0].unit.inventory_number == "beamer-2"


def test_the_buffer_keeps_the_next_one_away():
    room = make.room(buffer_before=30, buffer_after=60)
    request = make.request()
    make.line(request, room, starts=make.day(10, 9), ends=make.day(10, 12))
    hold(request)
    next_one = make.request()
    make.line(next_one, room, starts=make.day(10, 13), ends=make.day(10, 15))

    with pytest.raises(NotFree):
        hold(next_one)

    next_one.lines.update(starts=make.day(10, 14), ends=make.day(10, 15))
    assert len(hold(next_one)) == 1


def test_what_should_be_back_counts_as_out_until_tomorrow():
    projector = make.article(units=1)
    request = make.request()
    line = make.line(request, projector, starts=make.day(-5), ends=make.day(-1))
    hold(request)
    line.bookings.update(state=BookingState.OUT)

    now = timezone.now()
    soon = Period(now + dt.timedelta(hours=1), now + dt.timedelta(hours=5))
    later = Period(make.day(3), make.day(4))

    key = Key("article", projector.pk)
    assert free_between(soon)[key] == Stock(1, 0)
    assert free_between(later)[key] == Stock(1, 1)


def test_confirming_sets_all_and_mails_once():
    request = asked(make.article())
    hold(request)

    confirm(request, by=Actor("Team"))
    confirm(request, by=Actor("Team"))

    request.refresh_from_db()
    assert request.status == RequestStatus.CONFIRMED
    assert request.held_until is None
    assert list(Booking.objects.values_list("state", flat=True)) == [BookingState.CONFIRMED]
    assert subjects() == [f"Bestätigt: Ihre Anfrage {request.number}"]
    assert [step.by for step in request.steps.filter(kind=StepKind.CONFIRMED)] == ["Team"]


def test_one_line_is_confirmed_and_the_other_refused():
    projector, room = make.article(), make.room()
    request = make.request()
    first, second = make.line(request, projector), make.line(request, room)
    hold(request)

    confirm(request, [first])
    refuse(request, "Der Saal wird gestrichen.", [second])

    request.refresh_from_db()
    assert request.status == RequestStatus.CONFIRMED
    assert free(projector) == Stock(1, 0)
    assert free(room) == Stock(1, 1)
    second.refresh_from_db()
    assert (second.status, second.reason) == (LineStatus.REFUSED, "Der Saal wird gestrichen.")


def test_refusing_all_frees_all_and_says_why():
    request = asked(make.article())
    hold(request)

    refuse(request, "Wir bauen um.")
    refuse(request, "Wir bauen um.")

    request.refresh_from_db()
    assert (request.status, request.reason) == (RequestStatus.REFUSED, "Wir bauen um.")
    assert not Booking.objects.filter(state__in=ACTIVE).exists()
    assert len(subjects()) == 1


def test_cancelling_gives_the_pieces_to_the_next():
    projector = make.article()
    request = asked(projector)
    hold(request)
    cancel(request, by=Actor("Maya Muster"))

    assert len(hold(asked(projector))) == 1
    request.refresh_from_db()
    assert request.status == RequestStatus.CANCELLED


def test_what_is_out_is_not_cancelled():
    request = asked(make.article())
    hold(request)
    request.lines.update(status=LineStatus.OUT)

    cancel(request)

    assert Booking.objects.filter(state__in=ACTIVE).count() == 1


def test_other_times_are_booked_and_priced_anew():
    projector = make.article()
    Rule.objects.create(article=projector, price_day=5)
    request = asked(projector)
    hold(request)

    line = change_line(request.lines.get(), Period(make.day(20), make.day(23)), 1)

    request.refresh_from_db()
    assert [line.price, request.total] == [Decimal(15), Decimal(15)]
    assert free(projector) == Stock(1, 1)
    assert Booking.objects.filter(state__in=ACTIVE).count() == 1


def test_a_line_may_move_into_its_own_time():
    request = asked(make.article())
    hold(request)

    change_line(request.lines.get(), Period(make.day(11), make.day(13)), 1)

    assert Booking.objects.filter(state__in=ACTIVE).count() == 1


def test_times_that_are_taken_leave_the_line_as_it_was():
    projector = make.article()
    hold(asked(projector))
    request = make.request()
    line = make.line(request, projector, starts=make.day(20), ends=make.day(21))
    hold(request)

    with pytest.raises(NotFree):
        change_line(line, Period(make.day(11), make.day(13)), 1)

    line.refresh_from_db()
    assert line.starts == make.day(20)
    assert line.bookings.get(state__in=ACTIVE).period.lower == make.day(20)


def test_a_broken_piece_is_changed_for_a_free_one_only():
    projector = make.article(units=2)
    first, second = hold(asked(projector))[0], hold(asked(projector))[0]

    with pytest.raises(NotFree):
        change_unit(first, second.unit)

    release([second.line])
    assert change_unit(first, second.unit).unit == second.unit


def test_what_nobody_decided_in_time_is_free_again():
    projector = make.article()
    late = timezone.now() - dt.timedelta(minutes=1)
    request = asked(projector)
    hold(request)
    Request.objects.filter(pk=request.pk).update(held_until=late)

    assert release_expired() == 1
    assert release_expired() == 0
    request.refresh_from_db()
    assert request.status == RequestStatus.EXPIRED
    assert free(projector) == Stock(1, 1)
    assert subjects() == [f"Abgelaufen: Ihre Anfrage {request.number}"]


def test_confirming_what_was_released_finds_new_pieces_or_says_so():
    projector = make.article()
    request = asked(projector)
    hold(request)
    release(list(request.lines.all()))
    other = asked(projector)
    hold(other)

    with pytest.raises(NotFree):
        confirm(request)

    cancel(other)
    confirm(request)
    assert Booking.objects.get(state__in=ACTIVE).line.request == request
