"""An author submits; the editor follows the mail's link and approves; the public reads it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clicks import count_clicks
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

TITLE = "Lesung im Garten der Nordstadt"


@pytest.fixture
def submitted(
    open_window: Callable[..., Page], demo_site: DemoSite, log_in: Callable[..., None]
) -> Page:
    """The author's window after she sent her item for review."""
    window = open_window()
    log_in(window, "autor@dortmund.example")
    window.get_by_role("link", name="Neue Meldung").click()
    window.get_by_placeholder("Titel").fill(TITLE)
    window.get_by_role("textbox", name="Vorspann").fill("Drei Stimmen, ein Abend.")
    window.get_by_role("button", name="Mehr Aktionen").click()
    expect(window.get_by_role("button", name="Veröffentlichen", exact=True)).to_have_count(0)
    window.get_by_role("button", name="einreichen").click()
    expect(
        window.get_by_text(f"„{TITLE}“ ist angelegt und zur Freigabe eingereicht.")
    ).to_be_visible()
    return window


def test_an_editor_approves_by_the_link_in_the_mail(
    submitted: Page, window: Page, demo_site: DemoSite, log_in: Callable[..., None]
) -> None:
    window.goto(demo_site.address("", "/mail/"))
    mail = window.get_by_role("row").filter(has_text=TITLE).filter(has_text="redaktion@dortmund")
    mail.first.get_by_role("link").click()
    address = window.get_by_role("link", name="/edit/").get_attribute("href") or ""
    assert address.startswith(demo_site.address("dortmund", "/admin/pages/"))

    log_in(window, "redaktion@dortmund.example", address)
    clicks = count_clicks(window)
    window.get_by_role("button", name="Mehr Aktionen").click()
    window.get_by_role("button", name="Freigeben und veröffentlichen").click()
    expect(window.get_by_text(f"{TITLE}‘ wurde")).to_be_visible()

    assert clicks() <= 2
    window.goto(demo_site.address("dortmund", "/aktuelles/"))
    expect(window.get_by_role("link", name=TITLE)).to_be_visible()
