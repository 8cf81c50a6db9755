"""The public journeys with Tab and Enter alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser
MOST_TABS = 60


def focused(window: Page) -> str:
    """The text, value or label of what has the focus."""
    return window.evaluate(
        """() => {
            const it = document.activeElement
            return (it.innerText || it.getAttribute('aria-label') || it.labels?.[0]?.innerText
                || it.name || it.tagName).trim()
        }"""
    )


def tab_to(window: Page, text: str) -> None:
    """Presses Tab until the focus is on what says `text`."""
    passed = []
    for _ in range(MOST_TABS):
        window.keyboard.press("Tab")
        passed.append(focused(window))
        if text in passed[-1]:
            return
    raise AssertionError(f"No {text!r} among {passed}.")


def ring(window: Page) -> float:
    """How thick the ring around what has the focus is: its own, or that of the card it fills."""
    return window.evaluate(
        """() => {
            const it = document.activeElement
            const styles = [getComputedStyle(it), getComputedStyle(it, '::after')]
            for (let above = it; above = above.parentElement;) styles.push(getComputedStyle(above))
            const rings = styles.filter(style => style.outlineStyle != 'none')
            return Math.max(0, ...rings.map(style => parseFloat(style.outlineWidth)))
        }"""
    )


def test_the_first_stop_leads_past_the_header(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("dortmund", "/aktuelles/"))

    window.keyboard.press("Tab")
    assert focused(window) == "Zum Inhalt springen"
    expect(window.locator(".skip")).to_be_in_viewport()
    window.keyboard.press("Enter")

    assert window.evaluate("document.activeElement.id") == "inhalt"
    window.keyboard.press("Tab")
    assert window.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_searches_and_opens_a_hit(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("netzwerk"))

    tab_to(window, "Suche")
    while window.evaluate("document.activeElement.name") != "q":
        window.keyboard.press("Tab")
    window.keyboard.type("Lautsprecheranlage leihen")
    window.keyboard.press("Enter")
    window.wait_for_url("**/suche/**")
    tab_to(window, "Lautsprecheranlagen im Verleih")
    assert ring(window) >= 2
    window.keyboard.press("Enter")

    expect(window).to_have_url(demo_site.address("dortmund", "/aktuelles/lautsprecheranlagen/"))


@pytest.mark.parametrize("site", ["dortmund", "netzwerk"])
def test_opens_the_menu_of_a_phone_and_leaves_it(
    site: str, open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    phone = open_window(width=360)
    phone.goto(demo_site.address(site))

    tab_to(phone, "Menü")
    phone.keyboard.press("Enter")
    tab_to(phone, "Kontakt")
    phone.keyboard.press("Enter")

    expect(phone.get_by_role("heading", level=1)).to_have_text("Kontakt")


def test_every_stop_of_a_home_page_shows_where_it_is(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("dortmund"))

    rings = []
    for _ in range(MOST_TABS):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement === document.body"):
            break
        rings.append((focused(window), ring(window)))

    assert len(rings) > 20
    assert [text for text, width in rings if width < 2] == []
