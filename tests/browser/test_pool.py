"""Borrowing: a projector and a room for a Saturday in three weeks, asked for in five clicks."""

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clicks import count_clicks
from tests.browser.mails import count_mails, newest_mail
from tests.browser.test_accessibility import findings, overflow
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

SUBJECT = "Bitte bestätigen Sie Ihre Anfrage"
SATURDAY = 5


def saturday_in_three_weeks() -> dt.date:
    # The demo's days are Berlin's; a day more or less leads to the same kind of Saturday.
    day = dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=21)
    return day + dt.timedelta(days=(SATURDAY - day.weekday()) % 7)


def take(page: Page, name: str) -> None:
    """Into the basket, by the button beside the thing of this name."""
    thing = page.get_by_role("link", name=name, exact=True)
    page.get_by_role("listitem").filter(has=thing).get_by_role("button").click()


def test_a_projector_and_a_room_in_five_clicks(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    page = open_window(width=360)
    older = count_mails(page, demo_site, SUBJECT)
    page.goto(demo_site.address("dortmund", "/ressourcen/"))
    day = saturday_in_three_weeks().isoformat()
    page.get_by_label("Von").fill(day)
    page.get_by_label("Bis").fill(day)
    clicks = count_clicks(page)

    page.get_by_role("button", name="Freies zeigen").click()
    take(page, "Beamer mit Leinwand")
    take(page, "Werkraum")
    page.get_by_role("link", name="2 Zeilen im Korb").click()
    assert findings(page) == []
    assert overflow(page) == []
    page.get_by_label("Was haben Sie vor?").fill("Filmabend mit Gespräch")
    page.get_by_label("Ihr Name").fill("Maya Muster")
    page.get_by_label("Ihre E-Mail-Adresse").fill("maya@verein.example")
    page.get_by_label("Wir haben die Leihregeln gelesen").press("Space")
    page.get_by_role("button", name="Anfrage abschicken").click()

    assert clicks() == 5
    expect(page.get_by_role("heading", level=1)).to_contain_text("Anfrage")
    assert findings(page) == []
    newest_mail(page, demo_site, SUBJECT, older)
    page.locator("main a[href*='/ressourcen/anfrage/']").click()
    page.get_by_role("button", name="Anfrage bestätigen").click()
    expect(page.get_by_text("Wartet auf Entscheidung.")).to_be_visible()


def test_an_incomplete_request_says_what_is_missing_and_keeps_the_rest(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(demo_site.address("dortmund", "/ressourcen/stehtisch/"))
    page.get_by_role("button", name="Diese Tage nehmen").click()
    page.get_by_role("button", name="In den Korb").click()
    page.goto(demo_site.address("dortmund", "/ressourcen/korb/"))
    page.get_by_label("Ihr Name").fill("Maya Muster")

    page.get_by_role("button", name="Anfrage abschicken").click()

    expect(page.get_by_role("alert")).to_contain_text("Was haben Sie vor?")
    expect(page.get_by_label("Ihr Name")).to_have_value("Maya Muster")
