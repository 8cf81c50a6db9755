"""The items of all sites of the demo, and how they go with its pages."""

import re
from collections import Counter
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from plugins.news.domain.demo_texts import NewsText, news_texts
from plugins.news.enums import Kind
from verbund.onboarding.content import Content, PageText, read_content
from verbund.onboarding.content.dates import ZONE

TENANTS = Path(__file__).resolve().parents[3] / "tenants"
CITIES = ("dortmund", "duesseldorf", "moenchengladbach")
SITES = (*CITIES, "netzwerk")
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
FIXED_PATHS = {"/", "/aktuelles/", "/aktuelles/feed/", "/suche/", "/api/v1/openapi.json"}


@cache
def news(site: str) -> tuple[NewsText, ...]:
    return news_texts(TENANTS / site, TODAY)


@cache
def content(site: str) -> Content:
    return read_content(TENANTS / site, TODAY)


def german(site: str) -> list[NewsText]:
    return [item for item in news(site) if item.language == "de"]


def published(site: str) -> list[NewsText]:
    return [item for item in german(site) if item.state(NOW) == "published"]


def words(site: str, item: NewsText) -> int:
    _, _, body = (TENANTS / site / "content/news" / f"{item.slug}.md").read_text().split("+++\n")
    return len(re.findall(r"\w+", item.lead + body))


def path(text: NewsText | PageText) -> str:
    return text.path if isinstance(text, PageText) else f"/aktuelles/{text.slug}/"


def address(text: NewsText | PageText) -> str:
    return path(text) if text.language == "de" else f"/{text.language}{path(text)}"


@pytest.mark.parametrize("site", CITIES)
def test_a_city_has_news_of_two_years(site):
    assert len(published(site)) >= 14
    assert min(item.published for item in published(site)).date() < date(2025, 3, 25)


@pytest.mark.parametrize("site", CITIES)
def test_a_city_has_an_item_of_each_state(site):
    states = Counter(item.state(NOW) for item in german(site))

    assert (states["scheduled"], states["draft"], states["expired"]) == (1, 1, 1)
    assert sum(item.front.pinned for item in german(site)) == 1


@pytest.mark.parametrize("site", CITIES)
def test_a_city_has_press_releases_one_with_an_embargo_that_has_passed(site):
    press = [item for item in german(site) if item.front.kind == Kind.PRESS]

    assert len(press) == 2
    assert [item.embargo < NOW for item in press if item.embargo] == [True]
    assert all(any(block.type == "contact" for block in item.blocks) for item in press)


@pytest.mark.parametrize("site", SITES)
def test_texts_are_of_realistic_length(site):
    odd = [item.slug for item in published(site) if not 120 <= words(site, item) <= 500]

    assert odd == []


@pytest.mark.parametrize("site", SITES)
def test_each_language_of_a_site_has_news(site):
    assert {item.language for item in news(site)} == {home.language for home in content(site).homes}


def test_the_portal_has_news_of_its_own():
    assert len(published("netzwerk")) >= 5


@pytest.mark.parametrize("site", SITES)
def test_no_two_german_texts_share_a_picture(site):
    pages = [page for page in content(site).pages if page.language == "de"]
    pictures = [item.picture for item in german(site)] + [page.picture for page in pages]
    used = Counter(picture.file.name for picture in pictures if picture)

    assert [name for name, times in used.items() if times > 1] == []


@pytest.mark.parametrize("site", SITES)
def test_each_picture_is_described(site):
    pictures = [item.picture for item in news(site) if item.picture]

    assert [picture.file.name for picture in pictures if len(picture.alt) < 20] == []


@pytest.mark.parametrize("site", SITES)
def test_links_lead_somewhere(site):
    texts: list[NewsText | PageText] = [*news(site), *content(site).pages]
    everything = repr((texts, content(site).homes))

    in_texts = set(re.findall(r'href="(/[^"]*)"', everything))
    # A link of its own gets the reader's language when it is shown.
    alone = set(re.findall(r"target='(/[^']*)'", everything))

    addresses = FIXED_PATHS | {address(text) for text in texts}
    assert in_texts - addresses == set()
    assert alone - addresses - {path(text) for text in texts} == set()
