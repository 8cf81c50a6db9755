"""Whole pages in both themes: the frame, and the error pages that need no database."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tests.theming.conftest import SITE, ShowAs, tenant
from tests.theming.markup import problems_in, read

THEMES = ("verbund", "netz")


def page(name: str, theme: str) -> str:
    request = RequestFactory().get("/weg/")
    return render_to_string(name, {"site": SITE, "tenant": tenant(theme), "request": request})


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["404.html", "403.html"])
def test_error_page_of_a_site_is_sound(show_as: ShowAs, theme: str, name: str) -> None:
    show_as(theme)

    html = page(name, theme)

    assert problems_in(html) == []
    assert html.count("<h1") == 1


@pytest.mark.parametrize("theme", THEMES)
def test_page_has_its_landmarks_and_a_way_past_the_menu(show_as: ShowAs, theme: str) -> None:
    show_as(theme)

    parser = read(page("404.html", theme))
    names = [tag for tag, _ in parser.tags]
    links = [attrs for tag, attrs in parser.tags if tag == "a"]

    assert [names.count(tag) for tag in ("header", "main", "footer")] == [1, 1, 1]
    assert links[0] == {"class": "skip", "href": "#inhalt"}


@pytest.mark.parametrize("theme", THEMES)
def test_every_navigation_has_a_name_of_its_own(show_as: ShowAs, theme: str) -> None:
    show_as(theme)

    navigations = [attrs for tag, attrs in read(page("404.html", theme)).tags if tag == "nav"]

    assert all(attrs.get("aria-label") for attrs in navigations)


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("ar", "rtl"), ("tr", "ltr")])
def test_page_says_its_language_and_direction(
    show_as: ShowAs, language: str, direction: str
) -> None:
    show_as("verbund")

    with translation.override(language):
        html = page("404.html", "verbund")

    assert f'<html lang="{language}" dir="{direction}">' in html


def test_page_loads_one_stylesheet_and_nothing_from_elsewhere(show_as: ShowAs) -> None:
    show_as("verbund")

    tags = read(page("404.html", "verbund")).tags
    sheets = [attrs["href"] for _, attrs in tags if attrs.get("rel") == "stylesheet"]
    files = [attrs for tag, attrs in tags if tag in {"link", "img", "use"}]
    loaded = [attrs.get("href") or attrs.get("src") for attrs in files]

    assert len(sheets) == 1
    assert [address for address in loaded if not str(address).startswith("/")] == []


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_page_of_last_resort_needs_neither_tenant_nor_context(name: str) -> None:
    html = render_to_string(name)

    assert problems_in(html) == []
    assert "/static/themes/verbund/error.css" in html


def test_page_of_last_resort_says_whom_to_ask() -> None:
    html = render_to_string("503.html", {"contact": "info@dortmund.example"})

    assert '<a href="mailto:info@dortmund.example">' in html
