"""Takes the pictures of README and handbook from a running demo.

    make demo                                     in one window
    python -m tools.screenshots [--port 8000]     in another

Plays an author and an editor of Dortmund; what it writes there it deletes at the end.
"""

import argparse
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tools.needs import chromium

DOCS = Path(__file__).resolve().parents[1] / "docs"
FRONT = DOCS / "bilder" / "startseite.png"
HANDBOOK = DOCS / "handbuch" / "bilder"
SIZE = ViewportSize(width=1180, height=760)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
]
WAIT_MILLISECONDS = 30_000
PASSWORD = "verbund-demo"  # noqa: S105  # the demo's
COLOURS = 128
TITLE = "Nähkurs für Anfängerinnen ab Januar"
LEAD = "Ab Januar lernen Sie in acht Abenden das Nähen mit der Maschine. Der Kurs ist kostenlos."


def main() -> None:
    parser = argparse.ArgumentParser("python -m tools.screenshots")
    parser.add_argument("--port", type=int, default=8000, help="where the demo runs")
    port = parser.parse_args().port
    site, portal = (f"http://{name}.localhost:{port}" for name in ("dortmund", "netzwerk"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        readers_pages(browser, site, portal)
        try:
            authors_pages(browser, site)
            editors_pages(browser, site)
        finally:
            tidy(browser, site)
        browser.close()


def readers_pages(browser: Browser, site: str, portal: str) -> None:
    with window(browser) as page:
        page.goto(site)
        shot(page, FRONT)
        page.goto(f"{portal}/suche/?q=Lautsprecheranlage+leihen")
        shot(page, HANDBOOK / "suche-netzwerk.png")
        page.goto(f"{site}/admin/")
        shot(page, HANDBOOK / "anmelden.png")


def authors_pages(browser: Browser, site: str) -> None:
    """Writes an item and submits it."""
    with staff(browser, site, "autor") as page:
        page.get_by_role("link", name="Neue Meldung").click()
        settle(page)
        page.locator("[name=title]").fill(TITLE)
        page.locator("[name=lead]").fill(LEAD)
        choose_picture(page)
        page.get_by_role("checkbox", name="Bildung").check()
        page.locator("[name=title]").focus()
        page.evaluate("scrollTo(0, 0)")
        shot(page, HANDBOOK / "meldung-schreiben.png")
        page.get_by_role("button", name="Mehr Aktionen").click()
        shot(page, HANDBOOK / "einreichen.png")
        page.get_by_role("button", name="In Prüfung einreichen").click()
        settle(page)


def choose_picture(page: Page) -> None:
    page.get_by_role("button", name="Bild auswählen").click()
    choices = page.locator("[data-chooser-modal-choice]")
    choices.nth(3).wait_for()
    shot(page, HANDBOOK / "bild-auswaehlen.png")
    choices.nth(2).click()
    page.locator(".modal-dialog").wait_for(state="hidden")


def editors_pages(browser: Browser, site: str) -> None:
    with staff(browser, site, "redaktion") as page:
        shot(page, HANDBOOK / "zu-tun.png")
        review(page)
        page.goto(f"{site}/admin/")
        page.get_by_role("link", name="Neue Pressemitteilung").click()
        shot(page, HANDBOOK / "pressemitteilung.png")
        page.goto(f"{site}/admin/news/")
        shot(page, HANDBOOK / "aktuelles.png")
        pages_and_home(page, site)
        page.goto(f"{site}/admin/images/")
        page.locator(".image-choice, .listing a[href*='/images/']").nth(1).click()
        shot(page, HANDBOOK / "bild-beschreiben.png")


def review(page: Page) -> None:
    """From Zu tun to the item that waits, its preview and its schedule."""
    page.get_by_role("link", name="wartet auf Ihre Freigabe").click()
    page.get_by_role("link", name=TITLE).first.click()
    settle(page)
    page.get_by_role("button", name="Mehr Aktionen").click()
    shot(page, HANDBOOK / "freigeben.png")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Vorschau umschalten").click()
    page.frame_locator("#w-preview-iframe").locator("h1").first.wait_for()
    shot(page, HANDBOOK / "vorschau.png")
    page.get_by_role("button", name="Vorschau umschalten").click()
    page.get_by_role("button", name="Status umschalten").click()
    shot(page, HANDBOOK / "planen.png")
    page.get_by_role("button", name="Status umschalten").click()
    page.get_by_role("tab", name="Einstellungen").click()
    shot(page, HANDBOOK / "einstellungen.png")


def pages_and_home(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/pages/")
    settle(page)
    german = page.locator("tr", has=page.get_by_text("Deutsch", exact=True))
    german.get_by_role("link", name="Startseite").first.click()
    page.wait_for_url("**/edit/")
    shot(page, HANDBOOK / "startseite.png")
    page.goto(page.url.removesuffix("edit/"))
    shot(page, HANDBOOK / "seiten.png")
    page.get_by_role("link", name="Presse", exact=True).first.click()
    page.wait_for_url("**/edit/")
    settle(page)
    page.get_by_role("button", name="Aktionen").first.click()
    page.get_by_role("link", name="Übersetzen").wait_for()
    shot(page, HANDBOOK / "uebersetzen.png")


def tidy(browser: Browser, site: str) -> None:
    """Deletes what the author wrote."""
    with staff(browser, site, "admin") as page:
        while True:
            page.goto(f"{site}/admin/pages/search/?q=Nähkurs+Anfängerinnen")
            settle(page)
            found = page.get_by_role("link", name=TITLE)
            if not found.count():
                return
            address = found.first.get_attribute("href") or ""
            page.goto(site + address.replace("/edit/", "/delete/"))
            page.get_by_role("button", name="Ja, löschen").click()
            settle(page)


@contextmanager
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZE, locale="de-DE", timezone_id="Europe/Berlin")
    context.set_default_timeout(WAIT_MILLISECONDS)
    yield context.new_page()
    context.close()


@contextmanager
def staff(browser: Browser, site: str, name: str) -> Iterator[Page]:
    with window(browser) as page:
        page.goto(f"{site}/admin/")
        page.locator("[name=login]").fill(f"{name}@dortmund.example")
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Anmelden", exact=True).click()
        page.wait_for_url("**/admin/")
        yield page


def settle(page: Page) -> None:
    page.wait_for_load_state("networkidle")


def shot(page: Page, target: Path) -> None:
    """What the window shows, in few colours: a picture of a page weighs little then."""
    settle(page)
    # What is typed scrolls into view, sideways too: people look at the left edge.
    page.evaluate("window.scrollTo(0, window.scrollY)")
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
