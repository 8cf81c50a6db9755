"""axe finds nothing on any page of logging in, in both themes, narrow and wide, light and dark."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.factors import give_authenticator
from tests.browser.test_accessibility import findings, overflow
from tests.browser.walks import walk_member, walk_staff
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser

Walk = Callable[[Page, DemoSite, str], Iterator[str]]
# Nobody else in these tests needs these accounts.
WALKS = ((walk_staff, "dortmund"), (walk_staff, "netzwerk"), (walk_member, "netzwerk"))
LOOKS = ((360, "light"), (360, "dark"), (1440, "light"), (1440, "dark"))
FEWEST = 12


@pytest.mark.parametrize(("walk", "site"), WALKS, ids=lambda it: getattr(it, "__name__", it))
def test_axe_finds_nothing_on_the_way(
    walk: Walk, site: str, window: Page, demo_site: DemoSite
) -> None:
    give_authenticator(window)
    seen = set()

    for stop in walk(window, demo_site, site):
        seen.add(stop)
        for width, scheme in LOOKS:
            window.set_viewport_size({"width": width, "height": 900})
            window.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert findings(window) == [], f"{stop}, {width} px, {scheme}"
            assert overflow(window) == [], f"{stop}, {width} px, {scheme}"

    assert len(seen) >= FEWEST
