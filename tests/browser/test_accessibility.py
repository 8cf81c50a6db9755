"""axe finds nothing on any public page type, in both themes, narrow and wide, light and dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.sights import DARK, FORMS, SIGHTS, Sight
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser
axe = Axe()

PHONE, TABLET, DESK = 360, 768, 1440
# A window of 1280 px, magnified four times (WCAG 1.4.10).
MAGNIFIED = 320


def findings(window: Page) -> list[str]:
    """Which rule of axe each of these elements breaks."""
    broken = axe.run(window).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in broken for node in rule["nodes"]]


def overflow(window: Page) -> list[str]:
    """What sticks out at the side of a page that scrolls there; nothing if it does not."""
    return window.evaluate(
        """() => {
            const room = document.documentElement.clientWidth
            if (document.documentElement.scrollWidth <= room) return []
            const wide = [...document.body.querySelectorAll('*')]
                .filter(it => it.getBoundingClientRect().right > room + 1)
            return wide.map(it => it.outerHTML.slice(0, 120))
        }"""
    )


@pytest.mark.parametrize("sight", [*SIGHTS, *FORMS], ids=str)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    sight: Sight, open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    for width in (PHONE, DESK):
        window = open_window(width=width)

        response = window.goto(demo_site.address(sight.site, sight.path))

        assert response
        assert response.status == sight.status
        assert findings(window) == [], f"{width} px"
        assert overflow(window) == [], f"{width} px"
    for width in (MAGNIFIED, TABLET):
        window.set_viewport_size({"width": width, "height": 800})
        assert overflow(window) == [], f"{width} px"


@pytest.mark.parametrize("sight", [it for it in SIGHTS if it.name in DARK], ids=str)
def test_axe_finds_nothing_in_the_dark(
    sight: Sight, open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    window = open_window(width=DESK, dark=True)

    window.goto(demo_site.address(sight.site, sight.path))

    assert findings(window) == []
