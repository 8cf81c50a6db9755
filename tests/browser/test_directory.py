"""Staff bring an old list: imported, found in the list, corrected, and on the public page."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

LIST = "\r\n".join(
    (
        "Verein;Ansprechpartner;Tel.;Straße/PLZ/Ort;Sprachen",
        "Verein für Quallenkunde e. V.;Ada Test;0231 987654;Quallenweg 1, 44145 Dortmund;Tamil",
    )
)
FILE = {"name": "alte-liste.csv", "mimeType": "text/csv", "buffer": LIST.encode("cp1252")}
NAME = "Verein für Quallenkunde e. V."


@pytest.fixture
def keeper(window: Page, log_in: Callable[..., None], demo_site: DemoSite) -> Page:
    log_in(
        window, "admin@dortmund.example", demo_site.address("dortmund", "/admin/members/import/")
    )
    return window


def findings(window: Page) -> list[str]:
    """Of what is ours on the page: the frame is Wagtail's."""
    broken = Axe().run(window, context="form:has(table), form:has([type=file])").response
    return [
        f"{rule['id']}: {node['html']}" for rule in broken["violations"] for node in rule["nodes"]
    ]


def test_an_old_list_becomes_entries_that_the_public_reads(
    keeper: Page, demo_site: DemoSite
) -> None:
    keeper.get_by_label("Datei").set_input_files(FILE)  # type: ignore[arg-type]  # a dict is fine
    keeper.get_by_role("button", name="Datei lesen").click()
    expect(keeper.get_by_label("Ansprechpartner")).to_have_value("person")
    assert findings(keeper) == []

    keeper.get_by_label("Neue Einträge gleich im Verzeichnis zeigen").check()
    keeper.get_by_role("button", name="Proben, noch nichts schreiben").click()
    expect(keeper.get_by_text("1 würden neue Einträge")).to_be_visible()
    keeper.get_by_role("button", name="Import", exact=True).click()
    expect(keeper.get_by_text("neuer Eintrag: 1")).to_be_visible()

    keeper.goto(demo_site.address("dortmund", "/admin/snippets/members/organisation/?q=Quallen"))
    expect(keeper.locator("#listing-results").get_by_text("für keinen Kontakt")).to_be_visible()
    keeper.get_by_role("link", name=NAME).first.click()
    keeper.get_by_label("Kurzname").fill("VfQ")
    keeper.get_by_role("button", name="Speichern").click()
    expect(keeper.get_by_text("geändert.").first).to_be_visible()

    page = demo_site.get("dortmund", "/mitglieder/verein-fuer-quallenkunde/").text
    assert NAME in page
    assert ("987654" in page, "Quallenweg" in page) == (False, False)
