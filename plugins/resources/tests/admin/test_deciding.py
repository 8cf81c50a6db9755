"""Requests in the admin: the list, each way to decide, the mails; a second click is harmless."""

import pytest
from django.core import mail

from plugins.resources.domain.booking import hold
from plugins.resources.enums import BookingState, LineStatus, RequestStatus
from plugins.resources.models import Booking, Line, Request
from plugins.resources.tests import factories
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
LIST = "/admin/resources/anfragen/"


def asked(*things, **values):
    """A request that holds its pieces, as one that has just come in."""
    request = factories.request(**values)
    for thing in things:
        factories.line(request, thing)
    hold(request)
    return request


def url_of(request):
    return f"{LIST}{request.pk}/"


def html_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def send(client, request, do, **values):
    lines = values.pop("lines", [line.pk for line in request.lines.all()])
    response = client.post(url_of(request), {"do": do, "lines": lines, **values})
    request.refresh_from_db()
    return response


def states(request):
    return list(request.lines.values_list("status", flat=True))


def test_the_list_filters_by_what_is_to_do(login, in_dortmund):
    beamer = factories.article(units=3)
    asked(beamer, number="A-NEU")
    done = asked(beamer, number="A-ALT")
    Line.objects.filter(request=done).update(status=LineStatus.CONFIRMED)
    Request.objects.filter(pk=done.pk).update(status=RequestStatus.CONFIRMED)
    client = login()

    every, to_decide = html_of(client, LIST), html_of(client, f"{LIST}?aufgabe=entscheiden")
    by_text = html_of(client, f"{LIST}?q=A-ALT")

    assert ["A-NEU" in every, "A-ALT" in every] == [True, True]
    assert ["A-NEU" in to_decide, "A-ALT" in to_decide] == [True, False]
    assert ["A-NEU" in by_text, "A-ALT" in by_text] == [False, True]


def test_the_list_costs_the_same_with_1_and_with_40(login, in_dortmund):
    client, beamer = login(), factories.article()
    factories.line(factories.request(), beamer)
    html_of(client, LIST)

    def cost():
        with counted_queries() as queries:
            html_of(client, LIST)
        return len(queries)

    one = cost()
    with tenant_context(in_dortmund):
        for _number in range(39):
            factories.line(factories.request(), beamer)

    assert cost() == one


def test_what_speaks_for_and_against_it_is_on_the_page(login, in_dortmund):
    beamer, canvas = factories.article(units=2), factories.article("Leinwand")
    asked(beamer, number="A-FREMD", email="andere@verein.example")
    factories.request(number="A-FRUEH", status=RequestStatus.CANCELLED)
    request = asked(beamer)

    page = html_of(login(), url_of(request))

    assert "A-FREMD" in page
    assert "A-FRUEH" in page
    assert canvas.name in page


def test_all_is_approved_once(login, in_dortmund):
    request = asked(factories.article(), factories.room())
    client = login()

    first, second = send(client, request, "approve"), send(client, request, "approve")

    assert (first.status_code, second.status_code) == (302, 302)
    assert request.status == RequestStatus.CONFIRMED
    assert states(request) == [LineStatus.CONFIRMED] * 2
    assert [one.subject for one in mail.outbox] == [f"Bestätigt: Ihre Anfrage {request.number}"]
    assert mail.outbox[0].attachments[0][2] == "text/calendar"
    assert request.steps.get(kind="confirmed").by == "Ute"


def test_a_part_is_approved_and_a_part_refused_with_the_reason(login, in_dortmund):
    request = asked(factories.article(), factories.room())
    beamer, room = request.lines.all()
    client = login()

    send(client, request, "approve", lines=[beamer.pk])
    send(client, request, "refuse", lines=[room.pk], reason="Der Saal wird gestrichen.")

    assert states(request) == [LineStatus.CONFIRMED, LineStatus.REFUSED]
    assert request.status == RequestStatus.CONFIRMED
    assert "Der Saal wird gestrichen." in mail.outbox[1].body
    assert room.bookings.get().state == BookingState.RELEASED


def test_a_refusal_needs_a_reason(login, in_dortmund):
    request = asked(factories.article())

    response = send(login(), request, "refuse", reason=" ")

    assert response.status_code == 200
    assert request.status == RequestStatus.REQUESTED
    assert mail.outbox == []


def test_another_piece_takes_the_place(login, in_dortmund):
    beamer = factories.article(units=2)
    request = asked(beamer)
    booking = Booking.objects.get()
    other = beamer.units.exclude(pk=booking.unit_id).get()

    send(login(), request, "unit", booking=booking.pk, unit=other.pk)

    booking.refresh_from_db()
    assert booking.unit == other


def offer_of(line, thing, first, last, number=1):
    days = [f"{factories.day(one).date():%Y-%m-%d}" for one in (first, last)]
    return {
        "line": line.pk,
        "thing": thing.pk,
        "number": number,
        "first": days[0],
        "last": days[1],
    }


def test_another_date_is_offered_held_and_accepted(login, in_dortmund):
    beamer = factories.article()
    request = asked(beamer)
    line = request.lines.get()

    send(login(), request, "offer", **offer_of(line, beamer, 20, 21))

    line.refresh_from_db()
    assert (request.status, line.status) == (RequestStatus.OFFERED, LineStatus.OFFERED)
    assert line.starts == factories.day(20)
    assert line.bookings.filter(state=BookingState.HELD).count() == 1
    assert "Angebot" in mail.outbox[0].subject


def test_what_is_not_free_is_not_offered_and_nothing_changes(login, in_dortmund):
    beamer = factories.article()
    request = asked(beamer)
    other = factories.request(number="A-FREMD")
    factories.line(other, beamer, starts=factories.day(20), ends=factories.day(22))
    hold(other)
    line = request.lines.get()

    response = send(login(), request, "offer", **offer_of(line, beamer, 20, 21))

    line.refresh_from_db()
    assert response.status_code == 302
    assert (line.status, line.starts) == (LineStatus.HELD, factories.day(10))
    assert line.bookings.filter(state=BookingState.HELD).count() == 1
    assert mail.outbox == []


def test_an_offer_backwards_is_told_beside_the_field(login, in_dortmund):
    beamer = factories.article()
    request = asked(beamer)

    response = send(login(), request, "offer", **offer_of(request.lines.get(), beamer, 21, 20))

    assert response.status_code == 200
    assert "liegt vor dem Anfang" in response.content.decode()


def test_a_request_of_the_other_city_is_not_there(login, in_dortmund, duesseldorf):
    request = asked(factories.article())

    assert login(tenant=duesseldorf).get(url_of(request)).status_code == 404
    assert request.number not in html_of(login(tenant=duesseldorf), LIST)
