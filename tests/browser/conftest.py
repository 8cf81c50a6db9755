"""The browser of these tests: a real chromium that reaches our own hosts and nothing else."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.traffic import Traffic
from tests.demo_site import PASSWORD, DemoSite
from tools.needs import chromium as installed_chromium

OWN_HOSTS_ONLY = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules={OWN_HOSTS_ONLY}",
]
WAIT_MILLISECONDS = 20_000


# For this folder alone: Playwright's loop runs as long as it does, and Django's tests would see it.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = installed_chromium()
    assert path, "The tests need chromium; see tools/needs.py."
    expect.set_options(timeout=WAIT_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_window(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A window of a browser that was never here: open_window(width=360, dark=True)."""
    opened: list[BrowserContext] = []

    def make(width: int = 1440, dark: bool = False, **options: Any) -> Page:
        context = chromium.new_context(
            locale="de-DE",
            timezone_id="Europe/Berlin",
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            **options,
        )
        context.set_default_timeout(WAIT_MILLISECONDS)
        opened.append(context)
        return context.new_page()

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def window(open_window: Callable[..., Page]) -> Page:
    return open_window()


@pytest.fixture
def traffic(window: Page) -> Traffic:
    """What `window` asks for and complains about."""
    return Traffic(window)


@pytest.fixture
def log_in(demo_site: DemoSite) -> Callable[..., None]:
    """Through the form, on the way to a page: log_in(window, "redaktion@dortmund.example")."""

    def enter(window: Page, email: str, address: str = "") -> None:
        site = email.split("@")[1].removesuffix(".example")
        wanted = address or demo_site.address(site, "/admin/")
        window.goto(wanted)
        window.get_by_label("E-Mail-Adresse").fill(email)
        window.get_by_label("Passwort").fill(PASSWORD)
        window.keyboard.press("Enter")
        window.wait_for_url(wanted)

    return enter
