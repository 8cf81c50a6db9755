"""The checks at start: a theme that is broken says so before anybody sees it."""

import shutil
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from verbund.theming.checks import check_themes


@pytest.fixture
def copied(settings: Settings, tmp_path: Path) -> Path:
    """The themes of the house, to be broken."""
    shutil.copytree(settings.THEMES_DIR, tmp_path / "themes")
    settings.THEMES_DIR = tmp_path / "themes"
    return tmp_path / "themes"


def test_themes_of_the_house_pass() -> None:
    assert check_themes() == []


def test_missing_file_is_an_error(copied: Path) -> None:
    (copied / "verbund" / "static" / "patterns" / "netz.svg").unlink()

    found = [(error.id, error.msg) for error in check_themes()]

    assert found == [("verbund.E040", "Theme verbund: static/patterns/netz.svg is not there.")]


def test_missing_default_theme_is_an_error(copied: Path) -> None:
    shutil.rmtree(copied / "verbund")
    shutil.rmtree(copied / "netz")

    assert [error.msg for error in check_themes()] == ["THEMES_DIR has no theme 'verbund'."]


def test_weak_colour_of_a_palette_is_an_error(copied: Path) -> None:
    path = copied / "palettes" / "netz.toml"
    path.write_text(path.read_text().replace('muted = "#525971"', 'muted = "#c0c0c0"'))

    errors = check_themes()

    assert {error.id for error in errors} == {"verbund.E041"}
    assert "Palette netz" in errors[0].msg
