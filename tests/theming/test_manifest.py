"""theme.toml and palettes: read into models, mistakes named with file and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from verbund.theming.frozen import ThemeError
from verbund.theming.registry import palettes, read_palettes, read_themes, theme_named, themes

GOOD = """name = "verbund"
label = { de = "Probe", en = "Sample" }
palette = "plain"
sheets = ["a.css"]
"""

Writer = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    def written(text: str, folder: str = "verbund") -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "theme.toml").write_text(text)
        return tmp_path

    return written


def test_themes_of_the_house_are_read() -> None:
    assert sorted(themes()) == ["netz", "verbund"]


def test_netz_inherits_from_verbund_and_overrides_tokens() -> None:
    netz = themes()["netz"]

    assert [theme.name for theme in netz.line] == ["netz", "verbund"]
    assert [netz.tokens["radius"], netz.tokens["s4"]] == ["0", "1rem"]


def test_unknown_theme_is_the_default_one() -> None:
    assert theme_named("gone").name == "verbund"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + 'colour = "red"\n', "theme.toml: colour: Extra inputs"),
        (GOOD.replace(', en = "Sample"', ""), r"theme.toml: label.en: Field required"),
        (GOOD + '[tokens]\nradius = "1px; } body {"\n', "theme.toml: tokens.radius: "),
        (GOOD + '[tokens]\nradius = "url(x)"\n', "theme.toml: tokens.radius: "),
        (GOOD.replace("a.css", "../a.css"), r"theme.toml: sheets.0: "),
        ("name = ", "theme.toml: is not valid TOML"),
        (GOOD.replace('palette = "plain"\n', ""), "a theme that inherits nothing needs palette"),
        (GOOD.replace('name = "verbund"', 'name = "other"'), "name is 'other', not 'verbund'"),
    ],
)
def test_mistake_is_named_with_file_and_key(write: Writer, text: str, message: str) -> None:
    folder = write(text)

    with pytest.raises(ThemeError, match=message):
        read_themes(folder)


def test_themes_can_not_inherit_in_a_circle(write: Writer) -> None:
    label = 'label = { de = "a", en = "a" }\n'
    write(f'name = "one"\n{label}inherits = "two"\n', "one")
    folder = write(f'name = "two"\n{label}inherits = "one"\n', "two")

    with pytest.raises(ThemeError, match="inherits goes in a circle"):
        read_themes(folder)


def test_palettes_of_the_house_are_read() -> None:
    assert sorted(palettes()) == ["dortmund", "duesseldorf", "moenchengladbach", "netz", "verbund"]


def test_palette_names_every_role(tmp_path: Path) -> None:
    (tmp_path / "palettes").mkdir()
    text = 'label = { de = "a", en = "a" }\npattern = "boegen"\n[light]\nink = "#000000"\n[dark]\n'
    (tmp_path / "palettes" / "half.toml").write_text(text)

    with pytest.raises(ThemeError, match=r"half.toml: light: .*lacks the colours muted, surface"):
        read_palettes(tmp_path)
