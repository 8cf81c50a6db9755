"""A member looks after her logins: what she forgot to end elsewhere she ends from here."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mails import count_mails, newest_mail
from tests.browser.test_accessibility import findings, overflow
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

SUBJECT = "Ihr Link zum Konto"
EMAIL = "verein@moenchengladbach.example"


def log_in_as_member(window: Page, demo_site: DemoSite) -> None:
    older = count_mails(window, demo_site, SUBJECT)
    window.goto(demo_site.address("moenchengladbach", "/konto/"))
    window.get_by_label("E-Mail-Adresse").fill(EMAIL)
    window.get_by_role("button", name="Link schicken").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Sehen Sie in Ihre Mails")
    newest_mail(window, demo_site, SUBJECT, older)
    window.locator("main a[href*='/konto/link/']").click()
    window.get_by_role("button", name="Anmelden").click()
    expect(window).to_have_url(demo_site.address("moenchengladbach", "/konto/"))


def test_a_login_on_another_device_is_ended_from_the_list(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    library, home = open_window(), open_window(width=360, dark=True)
    log_in_as_member(library, demo_site)
    log_in_as_member(home, demo_site)

    home.get_by_role("link", name="Anmeldungen").click()
    assert findings(home) == []
    assert overflow(home) == []
    home.get_by_role("button", name="Beenden").click()

    expect(home.get_by_role("button", name="Beenden")).to_have_count(0)
    home.goto(demo_site.address("moenchengladbach", "/konto/"))
    expect(home.get_by_text("angemeldet als Erika Muster")).to_be_visible()
    library.goto(demo_site.address("moenchengladbach", "/konto/"))
    expect(library.get_by_role("button", name="Link schicken")).to_be_visible()
