"""All pages of all sites of the demo, fetched once."""

import pytest

from tests.demo_site import DemoSite
from tests.html.crawl import Found, crawl

SITES = ("dortmund", "duesseldorf", "moenchengladbach", "netzwerk")


@pytest.fixture(scope="session")
def crawled(demo_site: DemoSite) -> Found:
    return crawl(demo_site, SITES)
