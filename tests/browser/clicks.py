"""Counts the clicks that a journey takes, on whatever pages it leads over."""

from collections.abc import Callable

from playwright.sync_api import Page

LISTEN = (
    "document.addEventListener('click', event => event.isTrusted && event.detail && heard(), true)"
)


def count_clicks(page: Page) -> Callable[[], int]:
    """Begin to count; the result says how many there were up to now."""
    heard = 0

    def hear() -> None:
        nonlocal heard
        heard += 1

    page.expose_function("heard", hear)
    page.add_init_script(LISTEN)
    page.evaluate(f"() => {{ {LISTEN} }}")
    return lambda: heard
