"""An operator makes a city by the form; its first admin goes live; the site is suspended."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mails import newest_mail
from tests.browser.test_accessibility import findings, overflow
from tests.demo_site import PASSWORD, DemoSite
from tests.world import CONTACT, LEGAL

pytestmark = pytest.mark.browser

MINUTE = 60_000
PAGES = (
    "/betrieb/",
    "/betrieb/auftritte/dortmund/",
    "/betrieb/auftritte/dortmund/domains/",
    "/betrieb/auftritte/dortmund/aussetzen/",
    "/betrieb/neu/",
    "/betrieb/netzwerke/",
    "/betrieb/protokoll/",
    "/en/betrieb/",
)


def log_in(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("betrieb", "/betrieb/"))
    window.get_by_label("E-Mail-Adresse").fill("betrieb@verbund.example")
    window.get_by_label("Passwort", exact=True).fill(PASSWORD)
    window.get_by_role("button", name="Anmelden", exact=True).click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Übersicht")


def test_axe_finds_nothing_in_the_console(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    for width in (360, 1440):
        window = open_window(width=width)
        log_in(window, demo_site)
        for path in PAGES:
            window.goto(demo_site.address("betrieb", path))
            assert findings(window) == [], f"{path} {width} px"
            assert overflow(window) == [], f"{path} {width} px"


def fill_in(window: Page) -> None:
    """All six steps, in one go."""
    window.get_by_role("button", name="Neue Stadt beginnen").click()
    window.get_by_label("Stadt", exact=True).fill("Hagen")
    window.get_by_label("Verband", exact=True).fill("Verband Hagen")
    go_on = window.get_by_role("button", name="Speichern und weiter")
    go_on.click()
    go_on.click()
    window.get_by_label("Aktuelles", exact=True).check()
    go_on.click()
    for key, value in LEGAL.items():
        window.locator(f"[name='legal.{key}']").fill(value)
    for key, value in CONTACT.items():
        window.locator(f"[name='contact.{key}']").fill(value)
    go_on.click()
    go_on.click()
    window.locator("[name='admin.email']").fill("ada@hagen.example")
    go_on.click()


def test_a_city_by_the_form_goes_live_and_is_suspended(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    operator, admin = open_window(), open_window()
    log_in(operator, demo_site)
    operator.get_by_role("link", name="Neue Stadt").click()
    fill_in(operator)
    operator.get_by_role("button", name="Auftritt anlegen").click()
    expect(operator.get_by_text("Der Auftritt ist angelegt.")).to_be_visible(timeout=MINUTE)

    newest_mail(admin, demo_site, "Hagen")
    admin.locator("main a[href*='/anmeldung/einladung/']").first.click()
    admin.locator("[name=first_name]").fill("Ada")
    admin.locator("[name=last_name]").fill("Hagen")
    for field in admin.locator("[type=password]").all():
        field.fill("eine-lange-bruecke-im-regen")
    admin.locator("form button").last.click()
    admin.goto(demo_site.address("hagen", "/admin/erste-schritte/"))
    expect(admin.get_by_text("Noch jemand ist eingeladen")).to_be_visible()
    admin.get_by_role("link", name="Rechtliches und Kontakt sind vollständig").click()
    admin.locator("[name='legal.register_court']").fill("Amtsgericht Hagen")
    admin.locator("[name='legal.register_number']").fill("VR 1")
    admin.get_by_role("button", name="Speichern").click()
    admin.get_by_role("button", name="Auftritt für alle öffnen").click()
    expect(admin.get_by_text("Der Auftritt ist für alle geöffnet.")).to_be_visible()

    reader = open_window()
    assert reader.goto(demo_site.address("hagen", "/")).status == 200  # type: ignore[union-attr]  # it answers
    operator.goto(demo_site.address("betrieb", "/betrieb/auftritte/hagen/aussetzen/"))
    operator.get_by_label("Hinweis").fill("Wir ziehen um.")
    operator.get_by_role("button", name="Aussetzen").click()
    expect(operator.get_by_text("Erledigt und im Protokoll vermerkt.")).to_be_visible()
    reader.reload()  # a browser keeps a public page for a minute
    expect(reader.get_by_text("Wir ziehen um.")).to_be_visible()
