"""In which ways a row may meet a term, and how much each counts: the ranking's criteria."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..analysis import compounds, german
from ..analysis.lexemes import ACRONYM, BACKWARDS, EXACT, HEAD, PART, STEM, YEAR, quoted
from ..analysis.synonyms import Phrase, synonyms
from ..analysis.terms import Term

# How much a way of meeting a term counts against the word as written.
WRITTEN = 1.0
INFLECTED = 0.94
EQUIVALENT = 0.98  # asked MSO, written Migrantenselbstorganisation
SAME_COMPOUND = 0.85  # asked Förderantrag, written Fördermittelantrag
CORRECTED = 0.8
PHRASE_INFLECTED = 0.8
AS_HEAD = 0.78  # asked Raum, written Jugendraum
FOREIGN = 0.7
SYNONYM = 0.62
BEGINNING = 0.6
AT_END = 0.55  # asked Rückblick, written Jahresrückblick
AS_PART = 0.5  # asked Jugend, written Jugendraum
BOTH_PARTS = 0.5  # asked Jugendraum, written Raum … Jugendliche
SYNONYM_AS_HEAD = 0.42
SYNONYM_AS_PART = 0.34
DISTANT_SYNONYM = 0.34
ONE_PART = 0.3
# How far a term is met: wholly, by a first part that is particular (Lautsprecher for
# Lautsprecheranlage), by a first part that a title or topic names, by any part.
WHOLLY = 1.0
PARTICULAR_PART = 0.55
NAMED_PART = 0.42
ANY_PART = 0.2
PARTICULAR = 9  # letters
IN_TITLE_OR_TOPIC = ":AB"
SHORTEST_END = 6
MOST_COMPOUND_SYNONYMS = 6

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """`groups` of lexemes: one of each must be there, and `gate` (a tsquery) must hold, if any."""

    weight: float
    groups: tuple[Group, ...]
    gate: str = ""
    met: float = WHOLLY

    @property
    def query(self) -> str:
        return self.gate or " & ".join(any_of(group) for group in self.groups)


def ways(term: Term, corrections: Iterable[str] = ()) -> list[Way]:
    if term.quoted:
        found = _phrase_ways(term)
    elif len(term.words) > 1:
        found = [Way(INFLECTED, tuple(map(word_group, term.words)))]
    else:
        found = [*_word_ways(term), *_compound_ways(term)]
    found += [Way(EQUIVALENT, (word_group(word),)) for word in _single(term.equivalents)]
    found += _phrases(term.equivalents, EQUIVALENT)
    found += _synonym_ways(term)
    found += [way for word in corrections for way in _corrected(word)]
    return [way for way in found if way.groups and all(way.groups)]


def any_of(lexemes: Iterable[str]) -> str:
    return f"({' | '.join(lexemes)})"


def exact(word: str) -> str:
    return quoted(EXACT + word)


def word_group(word: str) -> Group:
    """A word as written or inflected."""
    return (exact(word), *_all(STEM, german.roots(word)))


def alone_or_in_compound(word: str) -> str:
    """A tsquery for rows that have a word as it is written, or as a part of a longer one."""
    roots = german.roots(word)
    return " | ".join((exact(word), *_all(HEAD, roots), *_all(PART, roots)))


def _all(kind: str, roots: Iterable[str]) -> Group:
    return tuple(quoted(kind + root) for root in roots)


def _phrase_ways(term: Term) -> list[Way]:
    written = " <-> ".join(map(exact, term.words))
    inflected = " <-> ".join(any_of(word_group(word)) for word in term.words)
    return [
        Way(WRITTEN, tuple((exact(word),) for word in term.words), written),
        Way(PHRASE_INFLECTED, tuple(map(word_group, term.words)), inflected),
    ]


def _word_ways(term: Term) -> Iterator[Way]:
    word = term.word
    yield Way(WRITTEN, ((exact(word),),))
    yield Way(INFLECTED, (_all(STEM, term.roots),))
    yield Way(AS_HEAD, (_all(HEAD, term.roots),))
    yield Way(AS_PART, (_all(PART, term.roots),))
    yield Way(FOREIGN, (_all(STEM, term.foreign_roots),))
    if term.prefix:
        starts = (f"{quoted(kind + word)}:*" for kind in (EXACT, HEAD, PART))
        yield Way(BEGINNING, (tuple(starts),))
    if len(word) >= SHORTEST_END:
        yield Way(AT_END, ((f"{quoted(BACKWARDS + german.lemma(word)[::-1])}:*",),))
    if term.acronym:
        yield Way(INFLECTED, ((quoted(ACRONYM + word),),))
    if term.year:
        yield Way(WRITTEN, ((quoted(f"{YEAR}{term.year}"),),))


def _compound_ways(term: Term) -> Iterator[Way]:
    if term.parts is None:
        return
    modifier, head = term.parts
    first, last = _anywhere(modifier), _as_last(head)
    yield _same_compound(SAME_COMPOUND, modifier, (head,))
    yield Way(BOTH_PARTS, (first, last))
    others = _single(synonyms(head))
    if others:
        yield _same_compound(SYNONYM, modifier, others)
        stems = tuple(lexeme for other in others for lexeme in _all(STEM, german.roots(other)[:1]))
        yield Way(BOTH_PARTS * 0.8, (first, stems))
    if len(modifier) >= PARTICULAR:
        yield Way(ONE_PART, (word_group(modifier),), met=PARTICULAR_PART)
    named = tuple(lexeme + IN_TITLE_OR_TOPIC for lexeme in word_group(modifier))
    yield Way(ONE_PART, (named,), met=NAMED_PART)
    yield Way(ONE_PART / 2, ((*first, *last),), met=ANY_PART)


def _anywhere(word: str) -> Group:
    roots = german.roots(word)
    return (*_all(PART, roots), *_all(STEM, roots), *_all(HEAD, roots), exact(word))


def _as_last(word: str) -> Group:
    roots = german.roots(word)
    return (*_all(HEAD, roots), *_all(STEM, roots), exact(word))


def _same_compound(weight: float, modifier: str, heads: Iterable[str]) -> Way:
    """Both parts in one word, whatever stands between them."""
    first = _all(PART, german.roots(modifier))
    last = tuple(lexeme for head in heads for lexeme in _all(HEAD, german.roots(head)))
    return Way(weight, (first, last), f"{any_of(first)} <0> {any_of(last)}")


def _synonym_ways(term: Term) -> Iterator[Way]:
    words = [word for word in _single(term.synonyms) if word not in (term.parts or ())]
    roots = tuple(german.roots(word)[0] for word in words)
    yield Way(SYNONYM, (_synonym_group(words),))
    yield Way(SYNONYM_AS_HEAD, (_all(HEAD, roots),))
    yield Way(SYNONYM_AS_PART, (_all(PART, roots),))
    for parts in list(filter(None, map(compounds.split, words)))[:MOST_COMPOUND_SYNONYMS]:
        modifier, head = parts
        yield _same_compound(SYNONYM * 0.9, modifier, (head, *_single(synonyms(head))))
    yield from _phrases(term.synonyms, SYNONYM)
    yield Way(DISTANT_SYNONYM, (_synonym_group(_single(term.distant_synonyms)),))


def _synonym_group(words: Iterable[str]) -> Group:
    """Any form of the words, but not of verbs of the same root."""
    return tuple(
        lexeme
        for word in words
        for lexeme in (
            *map(exact, german.forms_of_agent(word)),
            *(() if german.forms_of_agent(word) else _all(STEM, german.roots(word)[:1])),
        )
    )


def _phrases(phrases: Iterable[Phrase], weight: float) -> Iterator[Way]:
    for phrase in phrases:
        if len(phrase) > 1:
            groups = tuple(map(word_group, phrase))
            yield Way(weight, groups, " <-> ".join(map(any_of, groups)))


def _corrected(word: str) -> Iterator[Way]:
    """Another spelling, alone or in a compound."""
    yield Way(CORRECTED, (word_group(word),))
    yield Way(CORRECTED * AS_HEAD, (_all(HEAD, german.roots(word)),))
    yield Way(CORRECTED * AS_PART, (_all(PART, german.roots(word)),))


def _single(phrases: Iterable[Phrase]) -> list[str]:
    return [phrase[0] for phrase in phrases if len(phrase) == 1]
