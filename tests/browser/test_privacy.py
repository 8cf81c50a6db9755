"""What a page asks of the reader's machine: no third party, no cookie, no script, few bytes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.sights import SIGHTS, Sight
from tests.browser.traffic import Traffic
from tests.demo_site import DemoSite

pytestmark = pytest.mark.browser
MOST_BYTES = 150_000
# What belongs to a person is kept by no cache.
FOUND = [it for it in SIGHTS if it.status == 200 and not it.path.startswith("/anmeldung/")]


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_a_public_page_keeps_to_itself(
    sight: Sight, window: Page, traffic: Traffic, demo_site: DemoSite
) -> None:
    window.goto(demo_site.address(sight.site, sight.path), wait_until="networkidle")

    assert traffic.foreign_hosts == set()
    assert [it for it in traffic.complaints if f"status of {sight.status}" not in it] == []
    assert window.context.cookies() == []
    assert traffic.bytes_without_photos() < MOST_BYTES


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_its_markup_has_neither_style_nor_script_of_its_own(
    sight: Sight, demo_site: DemoSite
) -> None:
    answer = demo_site.get(sight.site, sight.path)

    scripts = re.findall(r"<script(?![^>]*(?:src=|application/ld\+json))[^>]*>", answer.text)
    assert answer.status == sight.status
    assert scripts == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", answer.text) == []
    assert "csrfmiddlewaretoken" not in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("sight", [it for it in FOUND if it.site], ids=str)
def test_a_second_visit_costs_nothing(sight: Sight, demo_site: DemoSite) -> None:
    first = demo_site.get(sight.site, sight.path)

    again = demo_site.get(sight.site, sight.path, If_None_Match=first.headers["etag"])

    assert first.headers["cache-control"].startswith("public")
    assert first.headers["vary"].lower() == "accept-encoding"
    assert (again.status, again.body) == (304, b"")


def test_the_admin_asks_no_third_party_either(
    window: Page, traffic: Traffic, demo_site: DemoSite, log_in: Callable[..., None]
) -> None:
    log_in(window, "redaktion@dortmund.example")

    for path in ("/admin/", "/admin/pages/", "/admin/images/", "/admin/account/"):
        window.goto(demo_site.address("dortmund", path), wait_until="networkidle")

    assert traffic.foreign_hosts == set()
