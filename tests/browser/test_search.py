"""Searching with the keyboard and on a phone: suggestions, filters, pages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser


def asked_for(window: Page) -> list[str]:
    """The requests for suggestions, as they come."""
    found: list[str] = []
    window.on("request", lambda one: found.append(one.url) if "vorschlaege" in one.url else None)
    return found


def test_suggestions_are_reached_by_the_arrow_keys(window: Page, demo_site: DemoSite) -> None:
    requests = asked_for(window)
    window.goto(demo_site.address("netzwerk"), wait_until="networkidle")
    field = window.get_by_role("combobox").first
    field.focus()
    assert requests == []

    field.press_sequentially("laut", delay=20)
    first = window.get_by_role("option").first
    expect(first).to_contain_text(re.compile("laut", re.IGNORECASE))
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(window.get_by_role("status").first).to_contain_text("Vorschläge")
    field.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    expect(field).to_be_focused()
    chosen = first.text_content() or ""
    field.press("Enter")

    window.wait_for_url("**/suche/**")
    expect(window.get_by_role("combobox")).to_have_value(chosen)
    assert requests != []


def test_escape_and_tab_leave_the_suggestions(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("dortmund", "/suche/"), wait_until="networkidle")
    field = window.get_by_role("combobox")

    field.press_sequentially("re", delay=20)
    expect(window.get_by_role("listbox")).to_be_visible()
    field.press("ArrowUp")
    field.press("Escape")
    expect(window.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("re")
    expect(field).to_have_attribute("aria-expanded", "false")

    field.press_sequentially("g", delay=20)
    expect(window.get_by_role("listbox")).to_be_visible()
    field.press("Tab")
    expect(window.get_by_role("listbox")).to_be_hidden()
    expect(window.get_by_role("button", name="Suchen").first).to_be_focused()


def test_a_suggestion_can_be_tapped(open_window: Callable[..., Page], demo_site: DemoSite) -> None:
    phone = open_window(width=360, has_touch=True)
    phone.goto(demo_site.address("netzwerk"), wait_until="networkidle")

    phone.get_by_role("combobox").first.press_sequentially("laut", delay=20)
    option = phone.get_by_role("option").first
    chosen = option.text_content() or ""
    box = option.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["x"] + box["width"] <= 360
    option.tap()

    phone.wait_for_url("**/suche/**")
    expect(phone.get_by_role("combobox")).to_have_value(chosen)


def test_filters_are_set_and_taken_off_by_keyboard(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("netzwerk", "/suche/?q=Verein"))
    city = window.get_by_role("main").get_by_label("Düsseldorf").first
    city.focus()

    window.keyboard.press("Space")
    expect(city).to_be_checked()
    window.keyboard.press("Enter")
    window.wait_for_url("**stadt=duesseldorf**")
    hits = window.locator("ol.hits > li")
    assert set(hits.locator(".by").all_inner_texts()) != set()
    for text in hits.locator(".by").all_inner_texts():
        assert "DÜSSELDORF" in text.upper()

    off = window.get_by_role("link", name="Filter entfernen: Düsseldorf")
    off.focus()
    window.keyboard.press("Enter")
    expect(window).not_to_have_url(re.compile("stadt="))
    window.get_by_role("navigation", name="Art der Treffer").get_by_role("link").nth(1).focus()
    window.keyboard.press("Enter")
    expect(window).to_have_url(re.compile("art="))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_filters_work_on_a_phone(
    open_window: Callable[..., Page], demo_site: DemoSite, scripts: bool
) -> None:
    phone = open_window(width=360, java_script_enabled=scripts)
    phone.goto(demo_site.address("netzwerk", "/suche/?q=Verein"))

    phone.get_by_text("Eingrenzen", exact=True).click()
    phone.locator("summary", has_text="Jahr").click()
    year = phone.get_by_role("checkbox", name=re.compile(r"^20\d\d")).first
    value = year.get_attribute("value")
    year.check()
    phone.get_by_role("button", name="Anwenden").click()

    expect(phone).to_have_url(re.compile(f"jahr={value}"))
    expect(phone.locator("ol.hits > li").first).to_be_visible()
    wide = phone.evaluate("document.documentElement.scrollWidth") if scripts else 360
    assert wide <= 360
