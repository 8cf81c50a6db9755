"""In which ways a row may meet a term, and how much each counts: the ranking's criteria."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..analysis import compounds, german
from ..analysis.lexemes import (
    ACRONYM,
    BACKWARDS,
    CAPITALS,
    EXACT,
    HEAD,
    PART,
    STEM,
    TENANT,
    YEAR,
    quoted,
)
from ..analysis.synonyms import Phrase, synonyms
from ..analysis.terms import Term
from .groups import (
    Group,
    all_roots,
    any_form,
    any_of,
    anywhere,
    as_last,
    beginning,
    exact,
    stems,
    word_group,
)


class How(StrEnum):
    """What a way is, as it is told to staff."""

    WRITTEN = "written"
    INFLECTED = "inflected"
    COMPOUND = "compound"  # part of a longer word
    BEGINNING = "beginning"
    PARTS = "parts"  # the parts of the word, apart
    ABBREVIATION = "abbreviation"
    FAMILY = "family"
    SYNONYM = "synonym"
    SPELLING = "spelling"
    SITE = "site"


# What stands there is the word that was asked for, not another one.
LITERAL = frozenset({How.WRITTEN, How.INFLECTED, How.COMPOUND, How.BEGINNING, How.ABBREVIATION})

# How much it counts where a word stands: title, topics and keywords, summary, body.
FIELD_WEIGHTS = {"A": 1.0, "B": 0.5, "C": 0.34, "D": 0.16}
# How much a way of meeting a term counts against the word as written.
WRITTEN = 1.0
EQUIVALENT = 0.98  # asked MSO, written Migrantenselbstorganisation
INFLECTED = 0.94
INITIALS = 0.9
SAME_COMPOUND = 0.85  # asked Förderantrag, written Fördermittelantrag
CORRECTED = 0.8
PHRASE_INFLECTED = 0.8
AS_HEAD = 0.78  # asked Raum, written Jugendraum
FOREIGN = 0.7
SYNONYM = 0.62
BEGINNING = 0.6
AT_END = 0.55  # asked Rückblick, written Jahresrückblick
FAMILY = 0.55  # asked Polizist, written Polizei
AS_PART = 0.5  # asked Jugend, written Jugendraum
BOTH_PARTS = 0.5  # asked Jugendraum, written Raum … Jugendliche
AT_SITE = 0.5  # asked Dortmund, and the row is of that site
SYNONYM_AS_HEAD = 0.42
SYNONYM_AS_PART = 0.34
DISTANT_SYNONYM = 0.34
ONE_PART = 0.3
# How far a term is met: wholly, by what may mean something else, by a first part that is
# particular (Lautsprecher for Lautsprecheranlage) or that a title or topic names, by any part.
WHOLLY = 1.0
MAYBE = 0.7
PARTICULAR_PART = 0.55
NAMED_PART = 0.46
ANY_PART = 0.2
PARTICULAR = 9  # letters
IN_TITLE_OR_TOPIC = ":AB"
SHORTEST_END = 6
LONGEST_CAPITALS = 3  # letters: IT is an abbreviation, it is not
SHORTEST_PART_BEGINNING = 4
MOST_COMPOUND_SYNONYMS = 6


@dataclass(frozen=True, slots=True)
class Way:
    """`groups` of lexemes: one of each must be there, and `gate` (a tsquery) must hold, if any."""

    how: How
    weight: float
    groups: tuple[Group, ...]
    gate: str = ""
    met: float = WHOLLY

    @property
    def query(self) -> str:
        return self.gate or " & ".join(any_of(group) for group in self.groups)

    @property
    def step(self) -> int:
        """How far apart the groups of a gate stand: in one word, or word after word."""
        return 0 if "<0>" in self.gate else 1

    @property
    def is_literal(self) -> bool:
        return self.how in LITERAL


def ways(term: Term, corrections: Iterable[str] = (), sites: Iterable[str] = ()) -> list[Way]:
    """`corrections` are other spellings; `sites` those whose name the term is."""
    if term.quoted:
        found = _phrase_ways(term)
    elif len(term.words) > 1:
        found = [Way(How.INFLECTED, INFLECTED, tuple(map(word_group, term.words)))]
    else:
        found = [*_word_ways(term), *_compound_ways(term)]
    found += _equivalent_ways(term)
    found += _synonym_ways(term)
    found += [way for word in corrections for way in _corrected(word)]
    if lexemes := tuple(quoted(TENANT + site) for site in sites):
        found.append(Way(How.SITE, AT_SITE, (lexemes,)))
    return [way for way in found if way.groups and all(way.groups)]


def _phrase_ways(term: Term) -> list[Way]:
    written = " <-> ".join(map(exact, term.words))
    inflected = " <-> ".join(any_of(word_group(word)) for word in term.words)
    return [
        Way(How.WRITTEN, WRITTEN, tuple((exact(word),) for word in term.words), written),
        Way(How.INFLECTED, PHRASE_INFLECTED, tuple(map(word_group, term.words)), inflected),
    ]


def _word_ways(term: Term) -> Iterator[Way]:
    word = term.word
    yield Way(How.WRITTEN, WRITTEN, ((exact(word),),))
    yield Way(How.INFLECTED, INFLECTED, (all_roots(STEM, term.roots),))
    yield Way(How.COMPOUND, AS_HEAD, (all_roots(HEAD, term.roots),))
    yield Way(How.COMPOUND, AS_PART, (all_roots(PART, term.roots),))
    yield Way(How.INFLECTED, FOREIGN, (all_roots(STEM, term.foreign_roots),))
    if term.prefix:
        kinds = (EXACT, HEAD, PART) if len(word) >= SHORTEST_PART_BEGINNING else (EXACT,)
        yield Way(How.BEGINNING, BEGINNING, (tuple(beginning(kind + word) for kind in kinds),))
    if len(word) >= SHORTEST_END:
        yield Way(How.COMPOUND, AT_END, ((beginning(BACKWARDS + german.lemma(word)[::-1]),),))
    if term.acronym:
        yield Way(How.ABBREVIATION, INFLECTED, ((quoted(ACRONYM + word),),))
    if term.initials:
        yield Way(How.ABBREVIATION, INITIALS, ((quoted(CAPITALS + term.initials),),))
    if term.year:
        yield Way(How.WRITTEN, WRITTEN, ((quoted(f"{YEAR}{term.year}"),),))
    yield Way(How.FAMILY, FAMILY, (stems(term.family),))


def _compound_ways(term: Term) -> Iterator[Way]:
    if term.parts is None:
        return
    modifier, head = term.parts
    first, last = anywhere(modifier), as_last(head)
    yield _same_compound(SAME_COMPOUND, (modifier,), (head,))
    yield Way(How.PARTS, BOTH_PARTS, (first, last))
    yield Way(How.PARTS, BOTH_PARTS * 0.6, (first, anywhere(head)), met=MAYBE)
    others, before = _single(synonyms(head)), _single(synonyms(modifier))
    if others:
        yield _same_compound(SYNONYM, (modifier,), others)
        yield Way(How.SYNONYM, BOTH_PARTS * 0.8, (first, stems(others)))
    if before:
        yield _same_compound(SYNONYM * 0.9, before, (head, *others))
    if len(modifier) >= PARTICULAR:
        yield Way(How.PARTS, ONE_PART, (word_group(modifier),), met=PARTICULAR_PART)
    named = tuple(
        lexeme + IN_TITLE_OR_TOPIC for lexeme in (*word_group(modifier), *anywhere(modifier))
    )
    yield Way(How.PARTS, ONE_PART, (named,), met=NAMED_PART)
    yield Way(How.PARTS, ONE_PART / 2, ((*first, *last),), met=ANY_PART)


def _same_compound(weight: float, modifiers: Iterable[str], heads: Iterable[str]) -> Way:
    """Both parts in one word, whatever stands between them."""
    first = tuple(lexeme for word in modifiers for lexeme in all_roots(PART, german.roots(word)))
    last = tuple(lexeme for word in heads for lexeme in all_roots(HEAD, german.roots(word)))
    how = How.SYNONYM if weight <= SYNONYM else How.COMPOUND
    return Way(how, weight, (first, last), f"{any_of(first)} <0> {any_of(last)}")


def _equivalent_ways(term: Term) -> Iterator[Way]:
    for word in _single(term.equivalents):
        short = len(word) <= LONGEST_CAPITALS
        group = (quoted(CAPITALS + word),) if short else word_group(word)
        yield Way(How.ABBREVIATION, EQUIVALENT, (group,))
    yield from _phrases(How.ABBREVIATION, term.equivalents, EQUIVALENT)


def _synonym_ways(term: Term) -> Iterator[Way]:
    words = _single(term.synonyms)
    roots = tuple(german.roots(word)[0] for word in words)
    yield Way(How.SYNONYM, SYNONYM, (any_form(words),))
    yield Way(How.SYNONYM, SYNONYM_AS_HEAD, (all_roots(HEAD, roots),))
    yield Way(How.SYNONYM, SYNONYM_AS_PART, (all_roots(PART, roots),), met=MAYBE)
    for parts in list(filter(None, map(compounds.split, words)))[:MOST_COMPOUND_SYNONYMS]:
        modifier, head = parts
        heads = (head, *_single(synonyms(head)))
        yield _same_compound(SYNONYM * 0.9, (modifier,), heads)
    yield from _phrases(How.SYNONYM, term.synonyms, SYNONYM)
    distant = any_form(_single(term.distant_synonyms))
    yield Way(How.SYNONYM, DISTANT_SYNONYM, (distant,), met=MAYBE)


def _phrases(how: How, phrases: Iterable[Phrase], weight: float) -> Iterator[Way]:
    for phrase in phrases:
        if len(phrase) > 1:
            groups = tuple(map(word_group, phrase))
            yield Way(how, weight, groups, " <-> ".join(map(any_of, groups)))


def _corrected(word: str) -> Iterator[Way]:
    """Another spelling, alone or in a compound."""
    yield Way(How.SPELLING, CORRECTED, (word_group(word),))
    yield Way(How.SPELLING, CORRECTED * AS_HEAD, (all_roots(HEAD, german.roots(word)),))
    yield Way(How.SPELLING, CORRECTED * AS_PART, (all_roots(PART, german.roots(word)),))


def _single(phrases: Iterable[Phrase]) -> list[str]:
    return [phrase[0] for phrase in phrases if len(phrase) == 1]
