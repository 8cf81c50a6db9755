"""The demo's pages are as rich, as different and as honest as they are meant to be."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tools.pictures.make import made_files, named_files
from verbund.onboarding.content import Content, read_content

TENANTS = Path(__file__).resolve().parents[2] / "tenants"
SITES = ("dortmund", "duesseldorf", "moenchengladbach", "netzwerk")
TODAY = date(2026, 11, 25)


@cache
def content(site: str) -> Content:
    return read_content(TENANTS / site, TODAY)


@pytest.mark.parametrize(
    ("site", "languages"),
    [
        ("dortmund", {"de", "tr", "ar", "en", "uk"}),
        ("duesseldorf", {"de", "tr", "ar", "en"}),
        ("moenchengladbach", {"de", "ar", "en"}),
        ("netzwerk", {"de", "en"}),
    ],
)
def test_each_language_of_a_site_has_home_pages_and_pages(site, languages):
    for kind in (content(site).homes, content(site).pages):
        assert {item.language for item in kind} == languages


@pytest.mark.parametrize("site", SITES)
def test_a_site_has_pages_on_two_levels(site):
    pages = [page for page in content(site).pages if page.language == "de"]

    assert len(pages) >= 6
    assert {page.path.count("/") - 1 for page in pages} == {1, 2}


@pytest.mark.parametrize("site", SITES)
def test_each_picture_is_described(site):
    found = content(site)
    pictures = [text.picture for group in (found.pages, found.homes) for text in group]

    assert [picture.file.name for picture in pictures if picture and len(picture.alt) < 20] == []


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
