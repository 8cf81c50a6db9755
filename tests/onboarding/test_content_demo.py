"""The demo's content is as rich, as different and as honest as it is meant to be."""

import re
from collections import Counter
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from tools.pictures.make import made_files, named_files
from verbund.onboarding.content import Content, NewsText, read_content
from verbund.onboarding.content.dates import ZONE

TENANTS = Path(__file__).resolve().parents[2] / "tenants"
CITIES = ("dortmund", "duesseldorf", "moenchengladbach")
SITES = (*CITIES, "netzwerk")
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
FIXED_PATHS = {"/", "/aktuelles/", "/aktuelles/feed/", "/suche/", "/api/v1/openapi.json"}


@cache
def content(site: str) -> Content:
    return read_content(TENANTS / site, TODAY)


def german(site: str) -> list[NewsText]:
    return [item for item in content(site).news if item.language == "de"]


def words(site: str, item: NewsText) -> int:
    _, _, body = (TENANTS / site / "content/news" / f"{item.slug}.md").read_text().split("+++\n")
    return len(re.findall(r"\w+", item.lead + body))


@pytest.mark.parametrize("site", CITIES)
def test_a_city_has_news_of_two_years(site):
    published = [item for item in german(site) if item.state(NOW) == "published"]

    assert len(published) >= 14
    assert min(item.published for item in published).date() < date(2025, 3, 25)


@pytest.mark.parametrize("site", CITIES)
def test_a_city_has_an_item_of_each_state(site):
    states = Counter(item.state(NOW) for item in german(site))

    assert (states["scheduled"], states["draft"], states["expired"]) == (1, 1, 1)
    assert sum(item.pinned for item in german(site)) == 1


@pytest.mark.parametrize("site", CITIES)
def test_a_city_has_press_releases_one_with_an_embargo_that_has_passed(site):
    press = [item for item in german(site) if item.kind == "press"]

    assert len(press) == 2
    assert [item.embargo < NOW for item in press if item.embargo] == [True]
    assert all(any(block.type == "contact" for block in item.blocks) for item in press)


@pytest.mark.parametrize("site", SITES)
def test_texts_are_of_realistic_length(site):
    published = [item for item in german(site) if item.state(NOW) == "published"]

    assert [item.slug for item in published if not 120 <= words(site, item) <= 500] == []


@pytest.mark.parametrize(
    ("site", "languages"),
    [
        ("dortmund", {"de", "tr", "ar", "en", "uk"}),
        ("duesseldorf", {"de", "tr", "ar", "en"}),
        ("moenchengladbach", {"de", "ar", "en"}),
        ("netzwerk", {"de", "en"}),
    ],
)
def test_each_language_of_a_site_has_home_pages_and_news(site, languages):
    for kind in (content(site).homes, content(site).pages, content(site).news):
        assert {item.language for item in kind} == languages


@pytest.mark.parametrize("site", SITES)
def test_a_site_has_pages_on_two_levels(site):
    pages = [page for page in content(site).pages if page.language == "de"]

    assert len(pages) >= 6
    assert {page.path.count("/") - 1 for page in pages} == {1, 2}


def test_the_portal_has_news_of_its_own():
    assert len([item for item in german("netzwerk") if item.state(NOW) == "published"]) >= 5


@pytest.mark.parametrize("site", SITES)
def test_no_two_german_texts_share_a_picture(site):
    pages = [page for page in content(site).pages if page.language == "de"]
    pictures = [item.picture for item in german(site)] + [page.picture for page in pages]
    used = Counter(picture.file.name for picture in pictures if picture)

    assert [name for name, times in used.items() if times > 1] == []


@pytest.mark.parametrize("site", SITES)
def test_each_picture_is_described(site):
    found = content(site)
    pictures = [text.picture for group in (found.news, found.pages, found.homes) for text in group]

    assert [p.file.name for p in pictures if p and len(p.alt) < 20] == []


@pytest.mark.parametrize("site", SITES)
def test_links_lead_somewhere(site):
    found = content(site)
    paths = {page.path for page in found.pages} | FIXED_PATHS
    paths |= {f"/aktuelles/{item.slug}/" for item in found.news}
    everything = repr((found.news, found.pages, found.homes))
    linked = set(re.findall(r"""(?:href="|target=')(/[^"']*)["']""", everything))

    assert linked - paths == set()


@pytest.mark.parametrize("site", SITES)
def test_addresses_and_numbers_are_recognised_as_invented(site):
    text = "\n".join(path.read_text() for path in (TENANTS / site / "content").rglob("*.*"))

    assert set(re.findall(r"@([\w.-]+\w)", text)) <= {
        f"{name}.example" for name in (*SITES, "verbund")
    }
    assert [n for n in re.findall(r'phone = "([^"]*)"', text) if " 000 00-" not in n] == []


@pytest.mark.parametrize("site", [*SITES, "_example"])
def test_media_are_what_the_generator_makes(site):
    assert made_files(TENANTS / site) == named_files(TENANTS / site)


@pytest.mark.parametrize("site", SITES)
def test_pictures_are_light(site):
    files = (TENANTS / site / "media").glob("*.webp")

    assert [path.name for path in files if path.stat().st_size > 30_000] == []
