"""Takes a picture of every page type, at three widths, light and dark, into var/screenshots/.

For people to look at, beside the mock-ups: `make screenshots`. It starts a demo of its own.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.sights import SIGHTS, Sight
from tests.demo_site import DemoSite, running_demo
from tests.demo_template import SERVER_FOLDER
from tools.needs import chromium
from verbund.embedded import PostgresServer
from verbund.server.environment import ROOT

FOLDER = ROOT / "var" / "screenshots"
WIDTHS = (360, 768, 1440)
LOAD_ALL = """async () => {
    document.querySelectorAll('img[loading=lazy]').forEach(it => it.loading = 'eager')
    await Promise.allSettled([...document.images].map(it => it.decode()))
}"""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        PostgresServer(SERVER_FOLDER / "postgres", fast=True) as server,
        TemporaryDirectory() as data,
        running_demo(server, SERVER_FOLDER, Path(data)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                take_all(browser, site, width, scheme)
        browser.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")


def take_all(browser: Browser, site: DemoSite, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="de-DE",
    )
    page = context.new_page()
    for sight in SIGHTS:
        take(page, site, sight, FOLDER / f"{sight}-{width}-{scheme}.png")
    context.close()


def take(page: Page, site: DemoSite, sight: Sight, target: Path) -> None:
    page.goto(site.address(sight.site, sight.path))
    page.evaluate(LOAD_ALL)
    page.screenshot(path=target, full_page=True)


if __name__ == "__main__":
    main()
