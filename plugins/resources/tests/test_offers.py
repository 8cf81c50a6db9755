"""The borrower's answer to an offer, by her link; and calendars behind secret addresses."""

import uuid

import pytest
from icalendar import Calendar

from plugins.resources.domain.booking import confirm, hold
from plugins.resources.domain.feeds import feed_of, own_feed, take_back
from plugins.resources.domain.links import token_of
from plugins.resources.domain.offers import Change, offer
from plugins.resources.domain.stories import CLOCK
from plugins.resources.domain.times import Period
from plugins.resources.enums import BookingState, LineStatus, RequestStatus
from plugins.resources.models import Request
from plugins.resources.tests import factories
from tests.member_area.helpers import member_in
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def offered(in_dortmund):
    """Another day for the one projector."""
    request = factories.request()
    beamer = factories.article()
    line = factories.line(request, beamer)
    hold(request)
    offer(line, Change(beamer, Period(factories.day(20), factories.day(21)), 1), by=CLOCK)
    return request


def address_of(request):
    return f"/ressourcen/anfrage/{token_of(request)}/"


def answer(client, tenant, request, word):
    with tenant_context(tenant):
        response = client.post(f"{address_of(request)}angebot/", {"antwort": word})
    request.refresh_from_db()
    return response


@pytest.mark.parametrize(
    ("word", "states"),
    [
        ("ja", (LineStatus.CONFIRMED, RequestStatus.CONFIRMED, BookingState.CONFIRMED)),
        ("nein", (LineStatus.CANCELLED, RequestStatus.CANCELLED, BookingState.RELEASED)),
        ("vielleicht", (LineStatus.OFFERED, RequestStatus.OFFERED, BookingState.HELD)),
    ],
    ids=["yes", "no", "neither"],
)
def test_the_answer_counts_once(client_for, in_dortmund, offered, word, states):
    client = client_for(in_dortmund)

    answers = [answer(client, in_dortmund, offered, word) for _click in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    line = offered.lines.get()
    booking = line.bookings.order_by("-pk")[0]
    assert (line.status, offered.status, booking.state) == states


def test_the_page_of_the_request_asks(client_for, in_dortmund, offered):
    with tenant_context(in_dortmund):
        page = client_for(in_dortmund).get(address_of(offered)).content.decode()

    assert "Angebot annehmen" in page


def test_a_link_of_the_other_city_means_nothing(client_for, in_dortmund, duesseldorf, offered):
    path = f"{address_of(offered)}angebot/"

    assert client_for(duesseldorf).post(path, {"antwort": "ja"}).status_code == 404


def loan(thing, **values):
    request = factories.request(**values)
    factories.line(request, thing)
    hold(request)
    confirm(request)
    return Request.objects.get(pk=request.pk)


def events_of(client, tenant, key):
    with tenant_context(tenant):
        response = client.get(f"/ressourcen/kalender/{key}.ics")
    if response.status_code != 200:
        return response.status_code
    found = Calendar.from_ical(response.content).walk("VEVENT")
    return sorted(str(event["summary"]) for event in found)


def test_a_calendar_shows_what_its_address_is_for(client_for, staff, in_dortmund):
    hall, beamer = factories.room(), factories.article()
    member = member_in(in_dortmund, "erika@verein.example")
    loan(hall, organisation_name="Tamilkreis")
    loan(beamer, account=member)
    user = staff(in_dortmund, "Administration")
    feeds = [feed_of(user), feed_of(user, hall), feed_of(user, beamer), own_feed(member)]
    client = client_for(in_dortmund)

    found = [events_of(client, in_dortmund, feed.key) for feed in feeds]

    mine, all_loans = "1 × Beamer: Maya Muster", "Saal: Tamilkreis"
    assert found == [[mine, all_loans], [all_loans], [mine], ["1 × Beamer"]]


def test_an_address_that_was_taken_back_means_nothing(client_for, staff, in_dortmund):
    feed = feed_of(staff(in_dortmund, "Administration"))
    client = client_for(in_dortmund)
    assert events_of(client, in_dortmund, feed.key) == []

    take_back(feed)

    assert events_of(client, in_dortmund, feed.key) == 404
    assert events_of(client, in_dortmund, uuid.uuid4()) == 404


def test_who_has_left_reads_nothing(client_for, staff, in_dortmund):
    user = staff(in_dortmund, "Administration")
    feed = feed_of(user)
    user.is_active = False
    user.save()

    assert events_of(client_for(in_dortmund), in_dortmund, feed.key) == 404


def test_an_address_of_the_other_city_means_nothing(client_for, staff, in_dortmund, duesseldorf):
    feed = feed_of(staff(in_dortmund, "Administration"))

    assert events_of(client_for(duesseldorf), duesseldorf, feed.key) == 404
