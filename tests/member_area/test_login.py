"""A member comes in by link or code, once, here, in time; nobody learns who has an account."""

import re
from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.member_area.helpers import EMAIL, member_client, member_in
from verbund.member_area.domain.login import invite_member, send_link
from verbund.member_area.models import LoginLink, MemberAccount, MemberSession
from verbund.tenancy.context import tenant_context


@pytest.fixture
def here(dortmund):
    member_in(dortmund)
    return dortmund


def browser(tenant):
    return Client(headers={"host": tenant.canonical_domain})


def ask(client, tenant, email=EMAIL, **data):
    """Asks for a link, and lets the worker do its part."""
    response = client.post("/konto/anmelden/", {"email": email, **data})
    with tenant_context(tenant):
        for row in LoginLink.objects.filter(link_digest="", used=None):
            send_link(row.pk)
    return response


def link_in(message):
    return re.findall(r"https?://[^/\s]+(/konto/link/\S+)", message.body)[0]


def code_in(message):
    return re.findall(r"^    (\d{3} \d{3})$", message.body, re.MULTILINE)[0]


def test_the_link_shows_a_button_and_lets_in_once(here):
    client = browser(here)
    ask(client, here)
    (message,) = mail.outbox
    path = link_in(message)

    assert client.get(path).status_code == 200
    assert client.get(path).status_code == 200, "looking burns nothing"
    assert client.get("/konto/").context["form"] is not None
    response = client.post(path)

    assert response["Location"] == "/konto/"
    assert "Erika Muster" in client.get("/konto/").content.decode()
    assert browser(here).post(path).status_code == 410
    assert message.to == [EMAIL]


def test_the_code_lets_in_on_another_device(here):
    phone = browser(here)
    page = ask(phone, here)["Location"]

    response = phone.post(page, {"code": code_in(mail.outbox[0])})

    assert response["Location"] == "/konto/"
    assert phone.get("/konto/anmeldungen/").status_code == 200
    assert browser(here).post(link_in(mail.outbox[0])).status_code == 410


def test_a_code_can_be_guessed_five_times(here):
    client = browser(here)
    page = ask(client, here)["Location"]
    right = code_in(mail.outbox[0])
    wrong = "000 000" if right != "000 000" else "111 111"

    for _try in range(5):
        assert "stimmt nicht" in client.post(page, {"code": wrong}).content.decode()

    assert "stimmt nicht" in client.post(page, {"code": right}).content.decode()


def test_a_code_belongs_to_its_request(here):
    client, other = browser(here), browser(here)
    first = ask(client, here)["Location"]
    ask(other, here)

    response = client.post(first, {"code": code_in(mail.outbox[1])})

    assert response.status_code == 200


def test_after_15_minutes_it_is_over(here):
    client = browser(here)
    ask(client, here)
    path = link_in(mail.outbox[0])

    with mock.patch(
        "django.utils.timezone.now", return_value=timezone.now() + timedelta(minutes=16)
    ):
        assert client.get(path).status_code == 410
        assert client.post(path).status_code == 410


def test_the_answer_is_the_same_for_unknown_addresses(here):
    known = browser(here).post("/konto/anmelden/", {"email": EMAIL})
    unknown = browser(here).post("/konto/anmelden/", {"email": "niemand@verein.example"})

    pages = [browser(here).get(answer["Location"]) for answer in (known, unknown)]
    texts = [re.sub(r'value="[^"]+"|/code/[^/"]+', "", page.content.decode()) for page in pages]
    assert known.status_code == unknown.status_code == 302
    assert texts[0] == texts[1]


def test_the_answer_costs_the_same_for_unknown_addresses(here, django_assert_num_queries):
    for email in (EMAIL, "niemand@verein.example"):
        browser(here).post("/konto/anmelden/", {"email": email})
    counts = []
    for email in (EMAIL, "niemand@verein.example"):
        with django_assert_num_queries(100, exact=False) as queries:
            browser(here).post("/konto/anmelden/", {"email": email})
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_an_unknown_address_gets_no_mail_and_no_way_in(here):
    client = browser(here)
    page = ask(client, here, "niemand@verein.example")["Location"]

    assert mail.outbox == []
    assert client.post(page, {"code": ""}).status_code == 200
    assert client.post(page, {"code": "000000"}).status_code == 200
    with tenant_context(here):
        assert not MemberSession.objects.exists()


def test_a_link_of_one_city_is_none_in_another(dortmund, duesseldorf):
    for tenant in (dortmund, duesseldorf):
        member_in(tenant)
    client = browser(dortmund)
    page = ask(client, dortmund)["Location"]
    (message,) = mail.outbox
    # The same row, key and all, in the other city: only the derived key differs.
    with tenant_context(dortmund):
        row = LoginLink.objects.get()
    with tenant_context(duesseldorf):
        row.account = MemberAccount.objects.get()
        row.save(force_insert=True)

    other = browser(duesseldorf)
    assert other.post(link_in(message)).status_code == 410
    assert other.post(page, {"code": code_in(message)})["Location"] == "/konto/"
    assert "form" in other.get("/konto/").context


def test_a_session_of_one_city_is_none_in_another(dortmund, duesseldorf):
    client = member_client(dortmund)
    with tenant_context(dortmund):
        session = MemberSession.objects.get()
    with tenant_context(duesseldorf):
        session.account = member_in(duesseldorf)
        session.save(force_insert=True)

    assert "form" not in client.get("/konto/").context
    client.defaults["HTTP_HOST"] = "duesseldorf.test"
    assert "form" in client.get("/konto/", headers={"host": "duesseldorf.test"}).context


def test_who_asks_too_often_waits(here):
    client = browser(here)
    for _try in range(5):
        client.post("/konto/anmelden/", {"email": EMAIL})

    response = client.post("/konto/anmelden/", {"email": EMAIL})

    assert response.status_code == 429
    assert "Zu viele Versuche" in response.content.decode()
    assert EMAIL in response.content.decode(), "what was typed stays"


def test_a_closed_account_gets_nothing(here):
    client = member_client(here)
    with tenant_context(here):
        MemberAccount.objects.update(is_active=False)

    assert "form" in client.get("/konto/").context
    ask(browser(here), here)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/konto/anmeldungen/", "/konto/anmeldungen/"),
        ("https://elsewhere.example/", "/konto/"),
        ("//elsewhere.example/", "/konto/"),
        ("javascript:alert(1)", "/konto/"),
    ],
)
def test_it_leads_on_within_the_site_alone(here, target, expected):
    client = browser(here)
    ask(client, here, next=target)

    assert client.post(link_in(mail.outbox[0]))["Location"] == expected


def test_an_invitation_holds_seven_days(here):
    with tenant_context(here):
        invite_member("neu@verein.example", invited_by="Verband", reason="Für Ihren Eintrag.")
    client = browser(here)
    path = link_in(mail.outbox[0])

    later = timezone.now() + timedelta(days=6)
    with mock.patch("django.utils.timezone.now", return_value=later):
        assert client.post(path).status_code == 302
        assert "neu@verein.example" in client.get("/konto/").content.decode()


def test_the_page_sets_no_session_and_is_kept_by_no_cache(here):
    client = browser(here)

    page = client.get("/konto/")

    assert set(client.cookies) <= {"csrf"}
    assert "no-store" in page["Cache-Control"]
