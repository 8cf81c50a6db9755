"""At the counter: out and back by code, in part, never twice; what is broken is blocked."""

import pytest
from django.core import mail

from plugins.resources.domain.booking import confirm, hold
from plugins.resources.enums import BookingState, LineStatus, RequestStatus, UnitStatus
from plugins.resources.models import Article, Booking, Damage, Handover, HandoverItem, Unit
from plugins.resources.tests import factories

pytestmark = pytest.mark.usefixtures("db")
PATH = "/admin/resources/anfragen/{}/{}/"
STROKE = "M10 10 L20 30 L40 30"


@pytest.fixture
def lent(in_dortmund):
    """Two of three projectors are confirmed."""
    request = factories.request()
    factories.line(request, factories.article(units=3), 2)
    hold(request)
    confirm(request)
    mail.outbox.clear()
    return request


def codes_of(request, state=BookingState.CONFIRMED):
    found = Booking.objects.filter(line__request=request, state=state).order_by("pk")
    return [booking.unit.code for booking in found.select_related("unit")]


def go(client, request, codes, **values):
    data = {"do": "hand_out", "codes": codes, "person": "Erika", **values}
    return client.post(PATH.format(request.pk, "ausgabe"), data)


def back(client, request, bookings, **values):
    rows = {f"{one.pk}-condition": "good" for one in all_out(request)}
    ticks = {f"{one.pk}-back": "on" for one in bookings}
    data = {"do": "take_back", "person": "Erika", **rows, **ticks, **values}
    return client.post(PATH.format(request.pk, "ruecknahme"), data)


def all_out(request):
    return list(Booking.objects.filter(line__request=request, state=BookingState.OUT))


def test_two_pieces_go_out_once_however_often_the_button_is_pressed(login, lent):
    client, codes = login(), codes_of(lent)

    answers = [go(client, lent, codes, signature=STROKE) for _click in range(2)]

    lent.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert lent.status == RequestStatus.OUT
    handover = Handover.objects.get()
    assert (handover.person, handover.by_name, handover.signature) == ("Erika", "Ute", STROKE)
    assert handover.items.count() == 2
    assert [one.subject for one in mail.outbox] == [f"Ausgegeben: {lent.number}"]


def test_the_code_of_the_label_is_an_address_and_picks_its_piece(login, lent):
    [code, _other] = codes_of(lent)
    typed = f"https://dortmund.test/admin/resources/stueck/{code}/"

    response = login().post(PATH.format(lent.pk, "ausgabe"), {"typed": typed, "person": "Erika"})

    page = response.content.decode()
    assert f'value="{code}" checked' in page
    assert Handover.objects.count() == 0


def test_another_piece_of_the_article_goes_instead(login, lent):
    spare = Unit.objects.exclude(code__in=codes_of(lent)).get()

    go(login(), lent, [spare.code])

    assert codes_of(lent, BookingState.OUT) == [spare.code]
    assert len(codes_of(lent)) == 1


def test_a_piece_that_is_out_is_refused_in_words(login, lent):
    client, codes = login(), codes_of(lent)
    go(client, lent, codes)
    beamer = Article.objects.get()
    later = factories.request(number="A-SPAETER")
    factories.line(later, beamer, starts=factories.day(20), ends=factories.day(21))
    hold(later)
    confirm(later)

    page = go(client, later, [codes[0]]).content.decode()

    assert "ist schon ausgegeben" in page
    assert lent.number in page
    assert Handover.objects.count() == 1


@pytest.mark.parametrize("code", ["GIBTESNICHT", "https://x.test/"])
def test_an_unknown_code_is_refused(login, lent, code):
    page = go(login(), lent, [code]).content.decode()

    assert "Es gibt kein Stück" in page
    assert Handover.objects.count() == 0


def test_a_drawing_that_is_none_is_refused(login, lent):
    response = go(login(), lent, codes_of(lent), signature='"/><script>')

    assert response.status_code == 200
    assert Handover.objects.count() == 0


def test_a_part_comes_back_and_the_rest_stays_out(login, lent):
    client = login()
    go(client, lent, codes_of(lent))
    first, second = all_out(lent)

    back(client, lent, [first], **{f"{first.pk}-missing": "Kabel"})

    lent.refresh_from_db()
    assert (lent.status, lent.lines.get().status) == (RequestStatus.OUT, LineStatus.OUT)
    assert [one.pk for one in all_out(lent)] == [second.pk]
    assert HandoverItem.objects.order_by("pk").reverse()[0].missing == "Kabel"
    assert second.unit.inventory_number in mail.outbox[-1].body

    back(client, lent, [second])
    back(client, lent, [second])

    lent.refresh_from_db()
    assert (lent.status, lent.lines.get().status) == (RequestStatus.DONE, LineStatus.DONE)
    assert Handover.objects.count() == 3


def test_what_comes_back_broken_is_blocked(login, lent):
    client = login()
    go(client, lent, codes_of(lent))
    first, _second = all_out(lent)

    back(client, lent, [first], **{f"{first.pk}-condition": "broken", f"{first.pk}-note": "Lampe"})

    damage = Damage.objects.get()
    assert (damage.text, damage.unit.status) == ("Lampe", UnitStatus.DAMAGED)


def test_the_list_of_the_day(login, lent):
    client = login()
    due = f"{factories.day(10).date():%Y-%m-%d}"
    back_on = f"{factories.day(11).date():%Y-%m-%d}"

    goes = client.get(f"/admin/resources/tag/?tag={due}").content.decode()
    go(client, lent, codes_of(lent))
    comes = client.get(f"/admin/resources/tag/?tag={back_on}").content.decode()
    today = client.get("/admin/resources/tag/?tag=quatsch").content.decode()

    assert [lent.number in page for page in (goes, comes, today)] == [True, True, False]


def test_a_damage_is_reported_and_repaired_on_the_page_of_the_piece(login, lent):
    client, [code, _other] = login(), codes_of(lent)
    path = f"/admin/resources/stueck/{code}/"

    client.post(path, {"do": "broken", "text": "Gehäuse gebrochen"})
    unit = Unit.objects.get(code=code)
    assert unit.status == UnitStatus.DAMAGED
    assert "Gehäuse gebrochen" in client.get(path).content.decode()

    client.post(path, {"do": "repaired", "damage": unit.damages.get().pk, "cost": "12,50"})
    unit.refresh_from_db()
    assert unit.status == UnitStatus.USABLE
    assert str(unit.damages.get().cost) == "12.50"


@pytest.mark.parametrize("kind", ["vertrag", "uebergabe"])
def test_the_papers_are_accessible_pdf(login, lent, kind):
    client = login()
    go(client, lent, codes_of(lent), signature=STROKE)

    answer = client.get(f"/admin/resources/anfragen/{lent.pk}/{kind}.pdf")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert b"pdfuaid:part" in answer.content


def test_labels_are_printed(login, lent):
    answer = login().get("/admin/resources/etiketten.pdf")

    assert answer.content.startswith(b"%PDF-")


def test_a_code_leads_to_its_piece(login, lent):
    client, [code, _other] = login(), codes_of(lent)

    found = client.get("/admin/resources/suchen/", {"code": code.lower()})
    lost = client.get("/admin/resources/suchen/", {"code": "XX"})

    assert found["Location"] == f"/admin/resources/stueck/{code}/"
    assert lost["Location"] == "/admin/resources/"


def test_a_piece_of_the_other_city_is_not_there(login, lent, duesseldorf):
    [code, _other] = codes_of(lent)

    answer = login(tenant=duesseldorf).get(f"/admin/resources/stueck/{code}/")

    assert answer.status_code == 404
