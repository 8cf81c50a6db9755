"""An editor writes an item with a picture; the network finds it, the other city does not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clicks import count_clicks
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

PICTURE = Path(__file__).parent / "haus.webp"
# New item, choose, upload, its file, preview, more actions, publish; fields take the keyboard.
MOST_CLICKS = 7
DESCRIPTION = "Zeichnung: ein Haus mit Wimpeln"


@pytest.fixture
def editor(window: Page, log_in: Callable[..., None]) -> Page:
    log_in(window, "redaktion@dortmund.example")
    return window


def begin(editor: Page, title: str) -> None:
    editor.get_by_role("link", name="Neue Meldung").click()
    editor.get_by_placeholder("Titel").fill(title)
    editor.get_by_role("textbox", name="Vorspann").fill("Am Kanal, mit Musik und Drachenbooten.")


def upload(editor: Page) -> None:
    editor.get_by_role("button", name="Bild auswählen").first.click()
    chooser = editor.get_by_role("dialog")
    chooser.get_by_role("tab", name="Hochladen").click()
    with editor.expect_file_chooser() as files:
        chooser.get_by_label("Datei").click()
    files.value.set_files(PICTURE)
    expect(chooser.get_by_label("Titel")).to_have_value("haus")
    description = chooser.get_by_label("Beschreibung")
    description.fill(DESCRIPTION)
    description.press("Enter")
    expect(chooser).to_be_hidden()


def look_at_preview(editor: Page, title: str) -> None:
    editor.get_by_role("button", name="Vorschau umschalten").click()
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text(title)
    expect(preview.get_by_alt_text(DESCRIPTION)).to_be_visible()


def publish(editor: Page, title: str) -> None:
    editor.get_by_role("button", name="Mehr Aktionen").click()
    editor.get_by_role("button", name="Veröffentlichen", exact=True).click()
    expect(editor.get_by_text(re.compile(f"{title}‘ wurde .*veröffentlicht"))).to_be_visible()


def test_publishes_an_item_that_the_portal_finds_at_once(editor: Page, demo_site: DemoSite) -> None:
    title = "Wimpelregatta auf dem Kanal"
    clicks = count_clicks(editor)

    begin(editor, title)
    upload(editor)
    look_at_preview(editor, title)
    publish(editor, title)

    assert clicks() <= MOST_CLICKS
    editor.goto(demo_site.address("netzwerk", "/suche/?q=Wimpelregatta"))
    expect(editor.get_by_role("heading", name="1 Treffer für")).to_be_visible()
    editor.get_by_role("link", name=title).click()
    expect(editor).to_have_url(re.compile("//dortmund.*/aktuelles/wimpelregatta-auf-dem-kanal/"))
    expect(editor.get_by_alt_text(DESCRIPTION)).to_be_visible()


def test_the_other_city_shows_nothing_of_it(editor: Page, demo_site: DemoSite) -> None:
    title = "Drachenbootrennen am Fredenbaum"
    item = editor.get_by_role("link", name=title)

    begin(editor, title)
    publish(editor, title)

    editor.goto(demo_site.address("dortmund", "/aktuelles/"))
    expect(item.first).to_be_visible()
    for path in ("/aktuelles/", "/suche/?q=Drachenbootrennen", "/"):
        editor.goto(demo_site.address("duesseldorf", path))
        expect(item).to_have_count(0)
    missing = editor.goto(
        demo_site.address("duesseldorf", "/aktuelles/drachenbootrennen-am-fredenbaum/")
    )
    assert missing
    assert missing.status == 404
