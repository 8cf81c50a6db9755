"""*Zu tun* for the directory, and its numbers on a home page."""

import pytest
from django.test import RequestFactory

from plugins.members.blocks import MembersNumbersBlock
from plugins.members.enums import ContactKind, Status
from plugins.members.tests.factories import contact, entry, months_ago
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")


def dashboard(client):
    return client.get("/admin/").content.decode()


def test_lines_lead_to_their_lists(keeper, in_dortmund):
    entry("Bewerbung", status=Status.APPLICANT, confirmed_on=None)
    entry("Alt", confirmed_on=months_ago(15))
    entry("Still", contacts=[contact(ContactKind.EMAIL, "a@verein.test")])
    entry("Brücke")
    entry("Bruecke e. V.")

    html = dashboard(keeper)

    for line, query in (
        ("1 Bewerbung um Mitgliedschaft", "?stand=applicant"),
        ("1 Eintrag nicht bestätigt", "?bestaetigt=nein"),
        ("1 Eintrag ohne Einwilligung für einen Kontakt", "?einwilligung=keine"),
        ("1 Paar von Einträgen gleicht sich", "/admin/members/doppelte/"),
    ):
        assert (line in html, query in html) == (True, True), line


def test_nothing_to_do_no_line(keeper, in_dortmund):
    entry("Gut")

    assert "Eintrag" not in dashboard(keeper)


def test_editors_have_nothing_to_do_with_it(login, in_dortmund):
    entry("Alt", confirmed_on=months_ago(15))

    assert "nicht bestätigt" not in dashboard(login("Redaktion"))


def numbers_of(tenant):
    block = MembersNumbersBlock()
    value = block.to_python({"title": "Zahlen"})
    request = RequestFactory().get("/")
    items = block.get_context(value, {"request": request})["items"]
    return {item["label"]: item["number"] for item in items}


def test_numbers_count_what_the_public_sees(in_dortmund):
    entry("Eins", languages=["ta", "de"], quarters=["nordstadt"])
    entry("Zwei", languages=["ta"], quarters=["suedstadt"])
    entry("Verborgen", shown=False, languages=["pl"])
    entry("Gelistet", status=Status.LISTED, languages=["tr"])

    assert numbers_of(in_dortmund) == {"Mitglieder": 2, "Sprachen": 2, "Stadtteile": 2}


def test_each_city_counts_its_own(in_dortmund, duesseldorf):
    entry("Eins", languages=["ta"])

    with tenant_context(duesseldorf):
        assert numbers_of(duesseldorf) == {}
