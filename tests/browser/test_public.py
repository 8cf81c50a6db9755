"""What readers do: search, read in their language, by keyboard, on a phone, without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

LOUDSPEAKERS = "Zwei neue Lautsprecheranlagen im Verleih"


@pytest.fixture(params=["with scripts", "without scripts"])
def reader(request: pytest.FixtureRequest, open_window: Callable[..., Page]) -> Page:
    return open_window(java_script_enabled=request.param == "with scripts")


def test_finds_loudspeakers_on_the_portal_and_sees_which_city_lends_them(
    reader: Page, demo_site: DemoSite
) -> None:
    reader.goto(demo_site.address("netzwerk"))

    reader.get_by_label("Suchbegriff").first.fill("Lautsprecheranlage leihen")
    reader.get_by_role("button", name="Suchen").first.click()

    first = (
        reader.get_by_role("main")
        .get_by_role("listitem")
        .filter(has=reader.get_by_role("heading"))
        .first
    )
    expect(first.get_by_role("link", name=LOUDSPEAKERS)).to_be_visible()
    expect(first.get_by_text("Dortmund")).to_be_visible()
    expect(first.get_by_text("Lautsprecher", exact=False).first).to_be_visible()
    first.get_by_role("link", name=LOUDSPEAKERS).click()
    expect(reader).to_have_url(demo_site.address("dortmund", "/aktuelles/lautsprecheranlagen/"))


def test_narrows_a_search_to_one_city(reader: Page, demo_site: DemoSite) -> None:
    reader.goto(demo_site.address("netzwerk", "/suche/?q=Regionalkonferenz"))

    reader.get_by_role("main").get_by_label("Düsseldorf").first.check()
    reader.get_by_role("button", name="Anwenden").first.click()

    expect(reader).to_have_url(re.compile("duesseldorf"))
    expect(
        reader.get_by_role("main")
        .get_by_role("listitem")
        .filter(has=reader.get_by_role("heading"))
        .first
    ).to_be_visible()


def test_filters_the_news_by_topic_and_year_in_the_address(
    reader: Page, demo_site: DemoSite
) -> None:
    reader.goto(demo_site.address("dortmund", "/aktuelles/"))

    reader.get_by_role("link", name="Beratung", exact=True).first.click()
    expect(reader.get_by_role("heading", name="zu „Beratung“")).to_be_visible()
    reader.get_by_label("Jahr").select_option(index=1)
    reader.get_by_role("button", name="Anwenden").click()

    heading = re.compile(r"„Beratung“ aus dem Jahr 20\d\d")
    expect(reader.get_by_role("heading", name=heading)).to_be_visible()
    expect(reader).to_have_url(re.compile(r"\?thema=beratung&jahr=20\d\d"))


def test_turns_the_pages_of_the_news(reader: Page, demo_site: DemoSite) -> None:
    reader.goto(demo_site.address("dortmund", "/aktuelles/"))
    newest = reader.get_by_role("main").get_by_role("heading", level=3).first.inner_text()

    reader.get_by_role("link", name="Weiter").click()

    expect(reader.get_by_role("main").get_by_role("heading", level=3).first).not_to_have_text(
        newest
    )


def test_reads_a_page_in_turkish_and_arabic(reader: Page, demo_site: DemoSite) -> None:
    reader.goto(demo_site.address("dortmund", "/ueber-uns/"))

    reader.get_by_role("link", name="Türkçe").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Hakkımızda")
    expect(reader.locator("html")).to_have_attribute("lang", "tr")
    reader.get_by_role("link", name="العربية").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("من نحن")
    expect(reader.locator("html")).to_have_attribute("dir", "rtl")


def test_is_told_that_a_translation_is_missing(reader: Page, demo_site: DemoSite) -> None:
    reader.goto(demo_site.address("dortmund", "/house-of-resources/"))

    reader.get_by_role("link", name="Türkçe").first.click()

    expect(reader.get_by_text("Bu sayfanın Türkçe çevirisi henüz yok.")).to_be_visible()
    expect(reader.get_by_role("main").locator("[lang=de]").first).to_be_visible()
    canonical = reader.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == demo_site.address("dortmund", "/house-of-resources/")


def test_opens_the_menu_of_a_phone(open_window: Callable[..., Page], demo_site: DemoSite) -> None:
    phone = open_window(width=360, java_script_enabled=False)
    phone.goto(demo_site.address("dortmund"))

    phone.get_by_text("Menü", exact=True).click()
    phone.get_by_role("navigation").get_by_role("link", name="Kontakt").first.click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Kontakt")
