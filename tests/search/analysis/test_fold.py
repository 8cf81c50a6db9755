"""One spelling for all the ways in which people write the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbund.search.analysis.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Küche", "Kueche"),
        ("Küche", "Kuche"),
        ("Bräuer", "Braeuer"),
        ("Çağdaş", "Cagdas"),
        ("Iğdır", "Igdir"),
        ("İstanbul", "istanbul"),
        ("Łódź", "Lodz"),
        ("Zimanê Kurdî", "zimane kurdi"),
        ("Mu\u0308ller", "Müller"),
        ("Straf\u00adtat", "Straftat"),
        ("جَمْعِيَّة", "جمعيه"),
        ("أحمد", "احمد"),
        ("Київ", "київ"),
        ("٢٠٢٤", "2024"),
    ],
)
def test_spellings_of_one_word_fold_to_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["neue", "frauen", "quelle", "feuer"])
def test_an_e_that_is_no_umlaut_stays(word):
    assert fold(word) == word


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
