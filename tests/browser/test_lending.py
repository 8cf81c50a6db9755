"""Lending as staff do it: approve, hand out by the text of a QR code, take back in part."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mails import newest_mail
from tests.browser.test_accessibility import findings, overflow
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser


@pytest.fixture
def lender(open_window: Callable[..., Page], log_in: Callable[..., None]) -> Page:
    """On the telephone, as at the counter."""
    window = open_window(width=360)
    log_in(window, "admin@dortmund.example")
    return window


def problems(page: Page) -> list[str]:
    """Of our part of the page; Wagtail's own frame around it is not ours to mend."""
    return [one for one in findings(page) if "pool-" in one]


def open_request(page: Page, demo_site: DemoSite, occasion: str) -> None:
    page.goto(demo_site.address("dortmund", f"/admin/resources/anfragen/?q={occasion}"))
    page.get_by_role("link", name=re.compile("DEMO")).first.click()


def test_approve_hand_out_by_code_and_take_back_in_part(lender: Page, demo_site: DemoSite) -> None:
    open_request(lender, demo_site, "Mitsingabend")
    assert problems(lender) == []
    assert overflow(lender) == []

    lender.get_by_role("button", name="Zusagen").click()
    expect(lender.get_by_text("Zugesagt. Der Verein bekommt eine E-Mail.")).to_be_visible()
    address = lender.url
    piece = lender.locator("dd a[href*='/stueck/']").first.get_attribute("href")

    lender.get_by_role("link", name="Ausgeben").click()
    lender.get_by_label("Code eines Stücks").fill(demo_site.address("dortmund", piece or ""))
    lender.keyboard.press("Enter")
    expect(lender.locator("input[name=codes]:checked")).to_have_count(1)
    for box in lender.locator("input[name=codes]").all():
        box.check()
    assert problems(lender) == []
    assert overflow(lender) == []
    lender.get_by_role("button", name="Ausgeben").click()
    expect(lender.get_by_text("Ausgegeben. Der Verein bekommt eine E-Mail.")).to_be_visible()

    lender.goto(address)
    lender.get_by_role("link", name="Zurücknehmen").click()
    lender.get_by_label("Code eines Stücks").fill(piece or "")
    lender.keyboard.press("Enter")
    expect(lender.locator("input[name$='-back']:checked")).to_have_count(1)
    assert overflow(lender) == []
    lender.get_by_role("button", name="Zurücknehmen").click()
    expect(lender.get_by_text("Zurückgenommen. Der Verein bekommt eine E-Mail.")).to_be_visible()
    lender.goto(f"{address}ruecknahme/")
    expect(lender.locator("input[name$='-back']")).to_have_count(3)


def test_a_damage_mails_those_who_were_to_get_it(lender: Page, demo_site: DemoSite) -> None:
    open_request(lender, demo_site, "Elternabend")
    lender.locator("dd a[href*='/stueck/']").last.click()
    lender.get_by_label("Was ist defekt?").fill("Die Lampe ist durchgebrannt")

    lender.get_by_role("button", name="Stück sperren").click()

    expect(lender.get_by_text("Gesperrt.")).to_be_visible()
    expect(lender.get_by_role("heading", name="Schaden", exact=False).first).to_be_visible()


def test_the_queue_moves_up_when_somebody_cancels(lender: Page, demo_site: DemoSite) -> None:
    open_request(lender, demo_site, "Premiere")
    lender.get_by_role("button", name="Auf die Warteliste setzen").click()
    expect(
        lender.get_by_text("Auf der Warteliste. Der Verein bekommt eine E-Mail.")
    ).to_be_visible()

    newest_mail(lender, demo_site, "Warteliste: Ihre Anfrage")
