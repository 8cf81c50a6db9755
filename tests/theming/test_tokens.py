"""The tokens of a tenant: theme, palette, own colours."""

import pytest

from tests.theming.conftest import tenant
from verbund.theming.frozen import ThemeError
from verbund.theming.registry import palettes
from verbund.theming.tokens import resolve, tokens_of


def test_theme_alone_gives_its_own_palette() -> None:
    assert [resolve("verbund", {}).palette, resolve("netz", {}).palette] == ["verbund", "netz"]


def test_palette_brings_colours_pattern_and_mark() -> None:
    tokens = resolve("verbund", {"palette": "dortmund"})

    assert tokens.light["accent"] == "#0d525c"
    assert [tokens.pattern, tokens.mark] == ["dortmund", "dortmund"]


def test_single_token_overrides_the_palette() -> None:
    tokens = resolve("verbund", {"focus": "#112233", "dark": {"ink": "#FFFFFF"}})

    assert [tokens.light["focus"], tokens.dark["ink"]] == ["#112233", "#ffffff"]


def test_accent_alone_recolours_all_that_follows_from_it() -> None:
    plain, blue = resolve("verbund", {}), resolve("verbund", {"accent": "#0060a8"})

    changed = {role for role in plain.light if plain.light[role] != blue.light[role]}

    assert {"accent", "deep", "deep-line", "deep-accent", "deep-accent-ink"} <= changed
    assert blue.dark["accent"] not in {plain.dark["accent"], "#0060a8"}
    assert blue.light["ink"] == plain.light["ink"]


def test_palette_s_own_accent_changes_nothing() -> None:
    accent = palettes()["dortmund"].light["accent"]

    given = resolve("verbund", {"palette": "dortmund", "accent": accent})

    assert given == resolve("verbund", {"palette": "dortmund"})


def test_shape_of_a_theme_can_be_set() -> None:
    assert resolve("verbund", {"shape": {"radius": "2px"}}).shape["radius"] == "2px"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"acent": "#000000"}, "acent.*perhaps 'accent' is meant"),
        ({"accent": "red"}, r"light.accent: .*\('red'\)"),
        ({"palette": "essen"}, "unknown palette 'essen', use one of dortmund, duesseldorf"),
        ({"pattern": "stars"}, "patterns has no entry 'stars'"),
        ({"mark": "essen"}, "marks has no entry 'essen'"),
        ({"shape": {"wings": "2"}}, "theme verbund has no token wings"),
        ({"shape": {"radius": "2px}body{display:none"}}, "shape.radius"),
    ],
)
def test_wrong_token_is_named(raw: dict[str, object], message: str) -> None:
    with pytest.raises(ThemeError, match=message):
        resolve("verbund", raw)


def test_without_a_tenant_the_default_is_shown() -> None:
    assert tokens_of(None) == resolve("verbund", {})


def test_tenant_gives_theme_and_tokens() -> None:
    assert tokens_of(tenant("netz", palette="dortmund")).shape["radius"] == "0"


def test_token_that_no_longer_fits_is_left_out_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert tokens_of(tenant(pattern="stars", name="Essen")) == resolve("verbund", {})
    assert "Essen: Theme verbund: patterns has no entry 'stars'." in caplog.text
