"""The public pages: dates first, a thing, the basket, a request; by a browser without script."""

import datetime as dt
import re
import uuid

import pytest
from django.core import mail

from plugins.resources.domain.times import today
from plugins.resources.enums import BookingState, RequestStatus
from plugins.resources.models import Basket, Booking, ClosedDay, Request, RoomLayout, Rule, Terms
from plugins.resources.tests import factories as make
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

FIRST = today() + dt.timedelta(days=10)
LAST = today() + dt.timedelta(days=12)
DATES = {"von": FIRST.isoformat(), "bis": LAST.isoformat()}
LIST = "/ressourcen/"
BASKET = "/ressourcen/korb/"


@pytest.fixture
def browser(dortmund, client_for):
    return client_for(dortmund)


@pytest.fixture
def pool(dortmund):
    """A projector, forty chairs, a hall."""
    with tenant_context(dortmund):
        Terms.objects.create(version=1, text="Zu zweit abholen.", since=today())
        make.article("Beamer", units=1)
        make.article("Stuhl", units=40)
        make.room("Saal")


def put(browser, kind="article", slug="beamer", **values):
    data = {"art": kind, "was": slug, "menge": 1, **DATES, **values}
    return browser.post("/ressourcen/korb/dazu/", data)


def ask(browser, key=None, **values):
    usual = {
        "anlass": "Sommerfest",
        "oeffentlich": "public",
        "name": "Maya Muster",
        "email": "maya@verein.example",
        "regeln": "on",
        "schluessel": key or uuid.uuid4(),
    }
    return browser.post(BASKET, {**usual, **values})


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def test_without_dates_the_form_and_the_shelves_are_there_and_no_cookie(pool, browser):
    response = browser.get(LIST)

    assert "Wann brauchen Sie was?" in text(response)
    assert "reichlich" in text(response)
    assert not response.cookies
    assert response["Cache-Control"].startswith("public")


def test_with_dates_all_that_is_free_is_there_and_what_is_taken_says_when(pool, browser, dortmund):
    with tenant_context(dortmund):
        make.article("Leinwand", units=1)
    put(browser, slug="leinwand")
    ask(browser)

    words = text(browser.get(LIST, DATES))

    assert "3 von 4 Dingen und Räumen sind dann frei" in words
    assert "40 von 40 frei" in words
    assert "belegt, frei ab" in words


def test_people_are_seated_or_the_room_is_not_shown(pool, browser, dortmund):
    with tenant_context(dortmund):
        hall = make.room("Kleiner Raum")
        RoomLayout.objects.create(room=hall, layout="rows", seats=20)

    words = text(browser.get(LIST, {**DATES, "personen": 20}))

    assert "Kleiner Raum" in words
    assert "Kleiner Raum" not in text(browser.get(LIST, {**DATES, "personen": 21}))


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (12, 10, "liegt vor dem Anfang"),
        (-2, 1, "ist vorbei. Wählen Sie einen Tag ab heute."),
    ],
    ids=["backwards", "past"],
)
def test_days_that_cannot_be_are_told_at_their_field(pool, browser, first, last, message):
    days = {"von": today() + dt.timedelta(first), "bis": today() + dt.timedelta(last)}

    response = browser.get(LIST, days)

    assert message in text(response)
    assert 'aria-invalid="true"' in response.content.decode()


def test_days_that_are_no_days_are_told_too(pool, browser):
    response = browser.get(LIST, {"von": "morgen", "bis": "31.02.2026"})

    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.content.decode()


@pytest.mark.parametrize("path", ["beamer/", "raum/saal/"])
def test_the_page_of_a_thing_has_a_calendar_of_words_and_no_cookie(pool, browser, path):
    response = browser.get(LIST + path)

    assert not response.cookies
    assert response.status_code == 200
    assert response.content.decode().count('class="cal"') == 2
    assert ", frei" in text(response)


def test_a_taken_day_is_said_in_the_calendar(pool, browser):
    put(browser)
    ask(browser)
    with_months = browser.get(LIST + "beamer/")

    assert 'class="full"' in with_months.content.decode() or FIRST.month != today().month


def test_the_way_of_a_request(pool, browser, dortmund):
    """Basket, request, mail, confirmed by button, seen, cancelled."""
    assert put(browser).status_code == 302
    put(browser, "room", "saal", ab="10:00", ende="18:00")
    assert "2 Zeilen im Korb" in text(browser.get(LIST, DATES))

    sent = ask(browser)
    assert sent.status_code == 302
    with tenant_context(dortmund):
        request = Request.objects.get()
        assert request.status == RequestStatus.UNCONFIRMED
        assert Booking.objects.filter(state=BookingState.HELD).count() == 2
        assert not Basket.objects.exists()
    assert mail.outbox[0].subject == f"Bitte bestätigen Sie Ihre Anfrage {request.number}"

    status = sent.headers["Location"]
    assert "Anfrage bestätigen" in text(browser.get(status))
    # The link is told to no other site, and browsers still say where its forms come from.
    assert browser.get(status)["Referrer-Policy"] == "same-origin"
    browser.post(status + "bestaetigen/")
    assert "Wartet auf Entscheidung" in text(browser.get(status))
    assert mail.outbox[1].attachments[0].filename.endswith(".ics")

    browser.post(status + "stornieren/")
    assert "Storniert" in text(browser.get(status))
    with tenant_context(dortmund):
        assert not Booking.objects.exclude(state=BookingState.RELEASED).exists()


def test_a_double_click_is_one_request(pool, browser, dortmund):
    key = uuid.uuid4()
    put(browser)
    first = ask(browser, key)
    put(browser, slug="stuhl")

    second = ask(browser, key)

    assert (first.status_code, second.status_code) == (302, 302)
    with tenant_context(dortmund):
        assert Request.objects.count() == 1
        assert Booking.objects.count() == 1


def test_a_price_in_the_form_changes_nothing(pool, browser, dortmund):
    with tenant_context(dortmund):
        Rule.objects.create(price_day=10, deposit=50)
    put(browser, price="0", price_day="0")

    ask(browser, total="0", price="0.01", borrower="member")

    with tenant_context(dortmund):
        request = Request.objects.get()
        assert [request.total, request.deposit, request.borrower] == [30, 50, "public"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"menge": 2}, "Davon gibt es nur 1."),
        ({"menge": 0}, "größer oder gleich 1"),
        ({"bis": (FIRST + dt.timedelta(60)).isoformat()}, "sind zu lang"),
        ({"von": today().isoformat(), "bis": today().isoformat()}, "Tage Vorlauf"),
        (
            {
                "von": (today() + dt.timedelta(900)).isoformat(),
                "bis": (today() + dt.timedelta(900)).isoformat(),
            },
            "So weit im Voraus",
        ),
    ],
    ids=["beyond stock", "nothing", "too long", "too soon", "too far"],
)
def test_what_cannot_be_stays_in_the_form_with_its_reason(pool, browser, values, message):
    response = put(browser, **values)

    assert response.status_code == 422
    assert message in text(response)


def test_a_closed_day_says_why_and_what_is_next(pool, browser, dortmund):
    with tenant_context(dortmund):
        ClosedDay.objects.create(first=FIRST, last=FIRST, reason="Inventur")

    words = text(put(browser))

    assert "wird nichts ausgegeben: Inventur." in words
    assert "Der nächste offene Tag ist" in words


def test_who_comes_second_reads_what_is_left_and_loses_nothing(pool, client_for, dortmund):
    quick, slow = client_for(dortmund), client_for(dortmund)
    put(quick)
    put(slow)
    ask(quick)

    response = ask(slow, bemerkung="Mit HDMI-Kabel")

    assert response.status_code == 422
    assert "Jemand war schneller" in text(response)
    assert "Wieder frei ab" in text(response)
    assert "Mit HDMI-Kabel" in response.content.decode()
    with tenant_context(dortmund):
        assert Basket.objects.count() == 1


def test_who_comes_second_may_wait_for_it(pool, client_for, dortmund):
    quick, slow = client_for(dortmund), client_for(dortmund)
    put(quick)
    put(slow)
    put(slow, slug="stuhl")
    ask(quick)

    status = ask(slow, warten="on").headers["Location"]

    assert "auf der Warteliste" in text(slow.get(status))
    with tenant_context(dortmund):
        request = Request.objects.order_by("pk").last()
        assert request is not None
        assert sorted(line.status for line in request.lines.all()) == ["held", "waiting"]


def test_what_is_taken_is_put_into_the_basket_to_wait_for(pool, client_for, dortmund):
    quick, slow = client_for(dortmund), client_for(dortmund)
    put(quick)
    ask(quick)

    assert put(slow).status_code == 422
    assert put(slow, warten="1").status_code == 302
    assert 'name="warten" id="id_warten" checked' in slow.get(BASKET).content.decode()


def test_a_line_is_changed_by_link_within_the_limit(pool, browser, dortmund):
    put(browser)
    status = ask(browser).headers["Location"]
    browser.post(status + "bestaetigen/")
    with tenant_context(dortmund):
        line = Request.objects.get().lines.get()
    later = {"von": LAST + dt.timedelta(5), "bis": LAST + dt.timedelta(6), "menge": 1}

    assert browser.post(f"{status}{line.pk}/", later).status_code == 302

    with tenant_context(dortmund):
        assert Booking.objects.exclude(state=BookingState.RELEASED).count() == 1
        Rule.objects.create(cancel_days=60)
    assert browser.get(f"{status}{line.pk}/").status_code == 404


def test_a_link_of_another_city_or_a_made_up_one_leads_nowhere(
    pool, browser, client_for, duesseldorf
):
    put(browser)
    status = ask(browser).headers["Location"]

    assert browser.get("/ressourcen/anfrage/MQ-1wabcd-xyz/").status_code == 404
    assert client_for(duesseldorf).get(status).status_code == 404


def test_the_other_citys_pool_is_empty(pool, client_for, duesseldorf):
    stranger = client_for(duesseldorf)

    assert "Beamer" not in text(stranger.get(LIST, DATES))
    assert stranger.get(LIST + "beamer/").status_code == 404


def test_what_is_not_shown_has_no_page_and_no_row(pool, browser, dortmund):
    with tenant_context(dortmund):
        make.article("Geheim", shown=False)

    assert browser.get(LIST + "geheim/").status_code == 404
    assert put(browser, slug="geheim").status_code == 404
    assert "Geheim" not in text(browser.get(LIST, DATES))


@pytest.mark.parametrize("number", [1, 35])
def test_the_list_asks_as_often_for_three_as_for_a_hundred(dortmund, browser, number):
    with tenant_context(dortmund):
        for place in range(number):
            article = make.article(f"Ding {place}", units=1)
            make.kit(f"Set {place}", {article: 1})
            make.room(f"Raum {place}")
    browser.get(LIST, DATES)

    with counted_queries() as queries:
        browser.get(LIST, DATES)

    assert len(queries) == 23, queries
