"""Every pair of tokens can be read, in each theme and palette, by day and by night."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbund.theming.colours import ratio
from verbund.theming.contrast import PAIRS, contrast_problems
from verbund.theming.registry import palettes, themes
from verbund.theming.tokens import resolve


@pytest.mark.parametrize("palette", sorted(palettes()))
@pytest.mark.parametrize("theme", sorted(themes()))
def test_every_pair_is_strong_enough(theme: str, palette: str) -> None:
    assert contrast_problems(resolve(theme, {"palette": palette})) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)]
)
def test_ratio_is_that_of_the_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.01)


def test_weak_pair_is_told_in_words() -> None:
    problems = contrast_problems(resolve("verbund", {"muted": "#999999"}))

    assert len(problems) == 2
    assert "muted #999999" in problems[0]
    assert "2.8:1" in problems[0]


def test_pairs_cover_every_colour_that_carries_text() -> None:
    named = {role for front, ground, _ in PAIRS for role in (front, ground)}

    assert set(resolve("verbund", {}).light) - named == {"line", "deep-line"}


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=0xFFFFFF))
def test_accent_that_can_be_read_makes_a_palette_that_can(number: int) -> None:
    accent = f"#{number:06x}"
    base = palettes()["verbund"].light
    readable = all(ratio(accent, base[ground]) >= 4.5 for ground in ("surface", "surface-2"))

    problems = contrast_problems(resolve("verbund", {"accent": accent}))

    assert (problems == []) == readable
