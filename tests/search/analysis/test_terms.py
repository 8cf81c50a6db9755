"""What people type, taken apart."""

from hypothesis import given
from hypothesis import strategies as st

from verbund.search.analysis.terms import parse


def typed(text: str, language: str = "de") -> list[str]:
    return [term.typed for term in parse(text, language).terms]


def test_words_without_a_subject_are_left_out():
    assert typed("Wo finde ich einen Chor für Kinder?") == ["Chor", "Kinder"]


def test_they_are_looked_for_when_nothing_else_was_typed():
    assert typed("wie wo") == ["wie", "wo"]


def test_a_quoted_phrase_is_one_term_with_all_its_words():
    (phrase, word) = parse("Chor „Lieder der Welt“").terms

    assert phrase.words == ("lieder", "der", "welt")
    assert phrase.quoted
    assert word.typed == "Chor"


def test_a_minus_excludes_and_a_hyphen_does_not():
    terms = parse("Chor -Kinder Saz-Unterricht")

    assert [term.typed for term in terms.terms] == ["Chor", "Saz-Unterricht"]
    assert [term.typed for term in terms.excluded] == ["Kinder"]


def test_the_last_word_may_be_a_beginning_unless_it_is_complete():
    assert [term.prefix for term in parse("Chor Trommelk").terms] == [False, True]
    assert [term.prefix for term in parse("Trommelk Hund").terms] == [False, False]


def test_a_year_and_a_wish_for_what_is_new_are_understood():
    assert parse("Ausflug 2023").terms[1].year == 2023
    assert parse("neueste Ausflüge").fresh
    assert typed("neueste Ausflüge") == ["Ausflüge"]


def test_an_abbreviation_is_told_by_its_capitals():
    assert [term.acronym for term in parse("VHS HdJ Chor").terms] == [True, True, False]


def test_a_short_word_that_no_list_knows_may_be_one_too():
    assert [term.acronym for term in parse("vhs chor").terms] == [True, False]


@given(st.text(max_size=400), st.sampled_from(["de", "tr", "uk", "ar", "xx"]))
def test_nothing_that_is_typed_fails(text, language):
    assert len(parse(text, language).terms) <= 12
