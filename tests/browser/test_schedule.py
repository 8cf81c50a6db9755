"""The worker publishes and withdraws on time, while nobody looks."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.demo_site import DemoSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Nachtflohmarkt an der Kokerei"
SLUG = "nachtflohmarkt-an-der-kokerei"
FEED = "/aktuelles/feed/"
# The schedule runs once a minute.
GRACE_SECONDS = 60


def test_an_item_appears_and_disappears_by_itself(
    window: Page, demo_site: DemoSite, log_in: Callable[..., None]
) -> None:
    appears = (now() + timedelta(seconds=90)).replace(second=0, microsecond=0)
    disappears = appears + timedelta(minutes=2)
    log_in(window, "redaktion@dortmund.example")
    window.get_by_role("link", name="Neue Meldung").click()
    window.get_by_placeholder("Titel").fill(TITLE)
    schedule(window, appears, disappears)
    assert TITLE not in demo_site.get("dortmund", FEED).text

    wait_until(appears + timedelta(seconds=GRACE_SECONDS), lambda: TITLE in feed(demo_site))
    assert now() >= appears
    assert found(demo_site)
    wait_until(disappears + timedelta(seconds=GRACE_SECONDS), lambda: TITLE not in feed(demo_site))
    assert now() >= disappears
    assert not found(demo_site)


def schedule(window: Page, appears: datetime, disappears: datetime) -> None:
    window.get_by_role("button", name="Status umschalten").click()
    window.get_by_role("button", name="Zeitplan festlegen").click()
    dialog = window.get_by_role("dialog")
    dialog.get_by_label("Veröffentlicht ab").fill(f"{appears:%d.%m.%Y %H:%M}")
    dialog.get_by_label("Veröffentlicht bis").fill(f"{disappears:%d.%m.%Y %H:%M}")
    # a click would meet the calendar that covers it
    dialog.get_by_role("button", name="Zeitplan speichern").press("Enter")
    expect(dialog).to_be_hidden()
    window.get_by_role("button", name="Mehr Aktionen").click()
    window.get_by_role("button", name="Zur Veröffentlichung einplanen").click()
    expect(window.get_by_text(f"{TITLE}‘ wurde")).to_be_visible()


def feed(demo_site: DemoSite) -> str:
    return demo_site.get("dortmund", FEED).text


def found(demo_site: DemoSite) -> bool:
    return SLUG in demo_site.get("netzwerk", "/suche/?q=Nachtflohmarkt").text


def wait_until(deadline: datetime, happens: Callable[[], bool]) -> None:
    while not happens():
        assert now() < deadline, f"It is {now():%H:%M:%S}."
        time.sleep(1)


def now() -> datetime:
    """The editors' clock, whatever the machine's is."""
    return datetime.now(ZoneInfo("Europe/Berlin"))
