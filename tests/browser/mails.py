"""Mails that the demo has sent, in its mailbox at localhost."""

from playwright.sync_api import Page

from tests.demo_site import DemoSite


def count_mails(window: Page, demo_site: DemoSite, subject: str) -> int:
    """How many with this in their subject there are by now."""
    window.goto(f"http://localhost:{demo_site.port}/mail/")
    return window.get_by_role("link", name=subject).count()


def newest_mail(window: Page, demo_site: DemoSite, subject: str, older: int = 0) -> None:
    """Opens it in the demo's mailbox, as soon as the worker has sent it.

    :param older: how many with this in their subject there were before (`count_mails`).
    """
    for _try in range(50):
        window.goto(f"http://localhost:{demo_site.port}/mail/")
        found = window.get_by_role("link", name=subject)
        if found.count() > older:
            found.first.click()
            return
        window.wait_for_timeout(200)
    raise AssertionError(f"No mail “{subject}” has come.")
