"""Roots and compounds of German words; the examples are our own."""

import pytest

from verbund.search.analysis.compounds import split, split_as_written
from verbund.search.analysis.fold import fold
from verbund.search.analysis.german import roots


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Museen", "Museum"),
        ("Gärten", "Garten"),
        ("Häusern", "Haus"),
        ("Bäckerinnen", "Bäcker"),
        ("Lehrerin", "Lehrer"),
        ("Studentinnen", "Student"),
        ("Ärztin", "Arzt"),
        ("Wandernde", "Wanderer"),
        ("half", "helfen"),
        ("gesungen", "singen"),
        ("wandern", "Wanderung"),
        ("sammeln", "Sammler"),
        ("Senioren", "Senior"),
    ],
)
def test_forms_of_a_word_share_a_root(one, other):
    assert set(roots(fold(one))) & set(roots(fold(other)))


@pytest.mark.parametrize("word", ["Termin", "Berlin", "Medizin", "Magazin", "Verein"])
def test_a_word_that_only_looks_female_keeps_its_end(word):
    assert roots(fold(word))[0] == fold(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Apfelbaum", ("apfel", "baum")),
        ("Vereinsheim", ("verein", "heim")),
        ("Blumenläden", ("blume", "laden")),
        ("Sprachschule", ("sprache", "schule")),
        ("Bäckerinnentreffen", ("backer", "treffen")),
        ("Bastelnachmittag", ("bastel", "nachmittag")),
    ],
)
def test_a_compound_is_taken_apart(word, parts):
    assert split(fold(word)) == parts


@pytest.mark.parametrize(
    "word", ["Garten", "Konferenz", "Integration", "Nachbar", "Material", "Generation", "Minute"]
)
def test_a_simple_word_stays_whole(word):
    assert split(fold(word)) is None


def test_parts_as_written_leave_out_what_links_them():
    assert split_as_written("vereinsheim") == ("verein", "heim")
    assert split_as_written("apfel") is None
