"""Words and their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbund.search.analysis.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.word for token in tokenize(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Bäcker:innen",
        "Bäcker*innen",
        "Bäcker_innen",
        "Bäcker·innen",
        "Bäcker/-innen",
        "Bäcker/innen",
        "Bäcker(innen)",
        "Bäcker-innen",
        "BäckerInnen",
        "Bäckerinnen",
    ],
)
def test_all_gendered_spellings_are_one_word(text):
    assert words(text) == ["backerinnen"]


def test_a_hyphenated_word_is_its_parts_and_the_whole():
    first, second = tokenize("Saz-Unterricht")

    assert (first.word, first.joined, second.word) == ("saz", "sazunterricht", "unterricht")


def test_an_apostrophe_separates_but_in_ukrainian():
    assert words("Dortmund'da l'Ouest сім'я") == ["dortmund", "da", "l", "ouest", "сімя"]


def test_an_abbreviation_with_dots_is_one_word():
    assert words("Kulturverein e.V. Nord") == ["kulturverein", "ev", "nord"]


@given(st.text())
def test_any_text_can_be_cut_and_places_are_in_it(text):
    for token in tokenize(text):
        assert token.word
        assert 0 <= token.start < token.end <= len(text)
