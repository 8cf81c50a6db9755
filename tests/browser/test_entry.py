"""The way of an entry: claimed, invited by mail, changed on a phone, cleared by staff, public."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mails import count_mails, newest_mail
from tests.browser.test_accessibility import findings, overflow
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser
CITY = "moenchengladbach"
CLUB = "Frauen ohne Grenzen Mönchengladbach"
SUBJECT = "lädt Sie ein"
NEW = "Sprachcafé, Beratung und ein Chor für alle Frauen."
FASTEST = 3200


def claim(phone: Page, demo_site: DemoSite) -> None:
    phone.goto(demo_site.address(CITY, "/mitglieder/frauen-ohne-grenzen-moenchengladbach/"))
    phone.get_by_role("link", name="Eintrag gehört uns").click()
    phone.get_by_label("Ihr Name").fill("Mira Muster")
    phone.get_by_label("Ihre E-Mail-Adresse").fill("mira@frauen.example")
    phone.get_by_label("Ihre Aufgabe").fill("Vorstand")
    phone.get_by_label("Sie dürfen speichern").check()
    # The form takes nothing that came faster than people type.
    phone.wait_for_timeout(FASTEST)
    phone.get_by_role("button", name="Senden").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Vielen Dank!")


def accept(desk: Page) -> None:
    desk.get_by_role("link", name=f"{CLUB}").first.click()
    desk.get_by_role("button", name="Zustimmen und einladen").click()


def come_in(phone: Page, demo_site: DemoSite, older: int) -> None:
    newest_mail(phone, demo_site, SUBJECT, older)
    phone.locator("main a[href*='/konto/link/']").click()
    phone.get_by_role("button", name="Anmelden").click()
    expect(phone.get_by_role("heading", level=2, name=CLUB)).to_be_visible()


def test_from_the_claim_to_the_public_page(
    open_window: Callable[..., Page], log_in: Callable[..., None], demo_site: DemoSite
) -> None:
    phone, desk = open_window(width=360), open_window()
    older = count_mails(phone, demo_site, SUBJECT)
    claim(phone, demo_site)
    inbox = demo_site.address(CITY, "/admin/members/posteingang/")
    log_in(desk, f"admin@{CITY}.example", inbox)
    accept(desk)

    come_in(phone, demo_site, older)
    assert findings(phone) == []
    phone.get_by_role("link", name="Eintrag ändern").click()
    assert findings(phone) == []
    assert overflow(phone) == []
    phone.get_by_label("in ein, zwei Sätzen").fill(NEW)
    phone.get_by_role("button", name="Speichern und weiter").click()
    phone.get_by_role("link", name="Prüfen und senden").click()
    expect(phone.get_by_text(NEW)).to_be_visible()
    phone.get_by_role("button", name="Senden").click()
    expect(phone.get_by_text("bis dahin bleibt der Eintrag")).to_be_visible()

    desk.goto(inbox)
    desk.get_by_role("link", name=CLUB).first.click()
    expect(desk.get_by_text(NEW)).to_be_visible()
    desk.get_by_role("button", name="Angehaktes übernehmen").click()
    expect(desk.get_by_text("Entschieden.")).to_be_visible()
    phone.get_by_role("link", name="Unser Eintrag").click()
    phone.get_by_role("link", name="Öffentliche Ansicht").click()
    phone.reload()  # a browser keeps a public page for a minute
    expect(phone.get_by_text(NEW)).to_be_visible()
