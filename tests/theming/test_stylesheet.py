"""One stylesheet for each tenant: what is in it, how it is named, how it is served."""

import gzip
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from tests.theming.conftest import ShowAs
from verbund.theming.registry import themes
from verbund.theming.stylesheet import build, minified, sheet_hash
from verbund.theming.tokens import resolve
from verbund.theming.views import style

THEMES = ("verbund", "netz")


def get(digest: str, **headers: Any) -> HttpResponse:
    return style(RequestFactory().get("/", **headers), digest)


@pytest.mark.parametrize("theme", THEMES)
def test_sheet_loads_files_of_the_house_only(theme: str) -> None:
    addresses = re.findall(r'url\("([^"]+)"\)', build(resolve(theme, {})))

    assert addresses
    assert [each for each in addresses if not each.startswith("/static/themes/")] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_file_of_the_sheet_is_there(theme: str) -> None:
    for address in re.findall(r'url\("/static/themes/([^"]+)"\)', build(resolve(theme, {}))):
        folder, _, path = address.partition("/")

        assert (Path(settings.THEMES_DIR) / folder / "static" / path).is_file()


@pytest.mark.parametrize("theme", THEMES)
def test_braces_match_and_every_token_is_defined(theme: str) -> None:
    css = build(resolve(theme, {}))
    used = set(re.findall(r"var\(--([\w-]+)", css))
    defined = set(re.findall(r"--([\w-]+):", css))

    assert css.count("{") == css.count("}")
    assert used - defined == set()


@pytest.mark.parametrize("theme", THEMES)
def test_first_view_stays_within_its_budget(theme: str) -> None:
    """Sheet, sprite, pattern and the latin fonts leave room for a page under 150 kB."""
    tokens = resolve(theme, {})
    static = [t.folder / "static" / font.files[0].file for t, font in themes()[theme].fonts]
    owner, pattern = themes()[theme].pattern(tokens.pattern)
    static += [owner.folder / "static" / pattern.file]
    static += [themes()["verbund"].folder / "static" / "icons" / "sprite.svg"]

    weight = len(build(tokens)) + sum(path.stat().st_size for path in static)

    assert len(build(tokens)) < 56_000
    assert len(gzip.compress(build(tokens).encode())) < 12_000
    assert weight < 130_000


def test_hash_follows_the_tokens_and_nothing_else() -> None:
    one = sheet_hash(resolve("verbund", {"palette": "dortmund"}))

    assert one == sheet_hash(resolve("verbund", {"palette": "dortmund"}))
    assert one != sheet_hash(resolve("verbund", {"palette": "netz"}))
    assert one != sheet_hash(resolve("netz", {"palette": "dortmund"}))


def test_hash_follows_the_files_while_they_may_change(settings: Settings, tmp_path: Path) -> None:
    shutil.copytree(settings.THEMES_DIR, tmp_path / "themes")
    settings.DEBUG, settings.THEMES_DIR = True, tmp_path / "themes"
    before = sheet_hash(resolve("verbund", {}))

    with (tmp_path / "themes" / "verbund" / "css" / "base.css").open("a") as sheet:
        sheet.write("a { top: 0; }")

    assert sheet_hash(resolve("verbund", {})) != before


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { color : red ; }\n\nb{}", "a{color : red}b{}"),
        ('a::after { content: "a ; b"; } /* gone */', 'a::after{content:"a ; b"}'),
        ("a { width: calc(1px + 2px); margin: 0 auto; }", "a{width:calc(1px + 2px);margin:0 auto}"),
        ("a :is(b) { top: 0 }", "a :is(b){top:0}"),
        ("@media (min-width: 1rem) { a { top: 0; } }", "@media (min-width:1rem){a{top:0}}"),
    ],
)
def test_minified_keeps_the_meaning(css: str, expected: str) -> None:
    assert minified(css) == expected


def test_current_sheet_may_be_kept_for_ever(show_as: ShowAs) -> None:
    site = show_as("verbund", palette="dortmund")
    digest = sheet_hash(resolve(site.theme, site.tokens))

    response = get(digest)

    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "--accent:#0d525c" in response.content.decode()


def test_known_sheet_is_answered_with_304(show_as: ShowAs) -> None:
    show_as("verbund")
    etag = get("any").headers["ETag"]

    response = get("any", HTTP_IF_NONE_MATCH=etag)

    assert [response.status_code, response.content] == [304, b""]


def test_sheet_of_yesterday_shows_today_s_but_not_for_long(show_as: ShowAs) -> None:
    show_as("verbund", palette="dortmund")

    response = get("0123456789abcdef")

    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "--accent:#0d525c" in response.content.decode()


def test_each_site_gets_its_own_sheet(show_as: ShowAs) -> None:
    sheets = []
    for palette in ("dortmund", "duesseldorf", "dortmund"):
        show_as("verbund", palette=palette)
        sheets.append(re.findall(r"--accent:(#\w+)", get("x").content.decode())[0])

    assert sheets == ["#0d525c", "#a9131b", "#0d525c"]
