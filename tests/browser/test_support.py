"""An operator helps in a city: from the console with a reason, under a banner, to the end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mails import newest_mail
from tests.browser.test_accessibility import findings, overflow
from tests.demo_site import PASSWORD, DemoSite

pytestmark = pytest.mark.browser

REASON = "Herr Öz hat angerufen: Der Termin steht falsch."


def log_in_to_console(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("betrieb", "/admin/support/"))
    window.get_by_label("E-Mail-Adresse").fill("betrieb@verbund.example")
    window.get_by_label("Passwort", exact=True).fill(PASSWORD)
    window.get_by_role("button", name="Anmelden", exact=True).click()
    expect(window.get_by_role("button", name="Anmeldung vorbereiten")).to_be_visible()


def come_in(window: Page, demo_site: DemoSite, city: str, site: str) -> None:
    """As support, from the console to the admin of the city."""
    log_in_to_console(window, demo_site)
    window.get_by_label("Auftritt").select_option(label=city)
    window.get_by_label("Grund").fill(REASON)
    window.get_by_role("button", name="Anmeldung vorbereiten").click()
    window.get_by_role("link", name=f"Zu {city}").click()
    expect(window.get_by_text(REASON)).to_be_visible()
    window.get_by_role("button", name="Als Support anmelden").click()
    expect(window).to_have_url(demo_site.address(site, "/admin/"))


def test_support_comes_in_under_a_banner_and_goes(window: Page, demo_site: DemoSite) -> None:
    come_in(window, demo_site, "Mönchengladbach", "moenchengladbach")
    banner = window.get_by_role("region", name="Support-Anmeldung")
    expect(banner).to_contain_text("Support: Administration (Demo)")
    expect(banner).to_contain_text(REASON)

    window.goto(demo_site.address("moenchengladbach", "/aktuelles/"))
    expect(banner).to_contain_text(REASON)
    banner.get_by_role("button", name="Support beenden").click()

    expect(window.get_by_role("heading", level=1)).to_have_text("Der Support ist beendet")
    window.goto(demo_site.address("moenchengladbach", "/aktuelles/"))
    expect(banner).to_have_count(0)
    window.goto(demo_site.address("moenchengladbach", "/admin/"))
    assert "/anmeldung/" in window.url


def test_the_citys_admin_reads_of_it_in_mail_and_log_and_forbids_it(
    open_window: Callable[..., Page], demo_site: DemoSite, log_in: Callable[..., None]
) -> None:
    support, admin = open_window(), open_window()
    come_in(support, demo_site, "Düsseldorf", "duesseldorf")

    newest_mail(admin, demo_site, "Support ist angemeldet")
    expect(admin.locator("main")).to_contain_text(REASON)
    log_in(admin, "admin@duesseldorf.example", demo_site.address("duesseldorf", "/admin/journal/"))
    expect(admin.get_by_text(f"Grund: {REASON}").first).to_be_visible()
    settings = demo_site.address("duesseldorf", "/admin/settings/accounts/securitysettings/")
    admin.goto(settings)
    admin.get_by_role("checkbox", name="Support darf sich anmelden").uncheck()
    admin.get_by_role("button", name="Speichern").click()
    expect(admin.get_by_text("aktualisiert").first).to_be_visible()

    support.goto(demo_site.address("duesseldorf", "/admin/"))
    expect(support.get_by_role("heading", level=1)).to_have_text("Der Support ist beendet")

    admin.goto(settings)
    admin.get_by_role("checkbox", name="Support darf sich anmelden").check()
    admin.get_by_role("button", name="Speichern").click()
    expect(admin.get_by_text("aktualisiert").first).to_be_visible()


def test_the_banner_is_for_everybody_on_every_screen(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    """axe, and no page that scrolls sideways: both themes, narrow and wide, dark."""
    for width in (360, 1440):
        for city, site in (("Dortmund", "dortmund"), ("Netzwerk", "netzwerk")):
            window = open_window(width=width, dark=width == 360)
            come_in(window, demo_site, city, site)
            window.goto(demo_site.address(site))

            assert findings(window) == []
            assert overflow(window) == []
            window.get_by_role("button", name="Support beenden").click()
            assert findings(window) == []
