"""What a person typed, taken apart: words and what may stand for them, phrases, exclusions."""

import re
from dataclasses import dataclass

from . import compounds, german
from .languages import foreign_root, is_stopword, languages_of
from .synonyms import Phrase, distant_synonyms, equivalents, synonyms
from .tokens import Token, tokenize
from .wordlists import complete_words, compound_parts, irregular_forms, word_set

QUOTED = re.compile(r"(?P<minus>(?<!\S)-)?[\"„“”«»](?P<phrase>[^\"„“”«»]+)[\"„“”«»]?")
EXCLUDED = re.compile(r"(?<!\S)-(?P<word>\w[\w-]*)")
YEAR = re.compile(r"(?:19|20)\d\d")
MOST_TERMS = 12
SOFT = 0.3
LONGEST_TEXT = 300
SHORTEST_PREFIX = 3
SHORT_ACRONYM, LONG_ACRONYM = 2, 6


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was asked for. A phrase has `words` in their order; a single word has one."""

    typed: str
    words: tuple[str, ...]
    roots: tuple[str, ...] = ()
    foreign_roots: tuple[str, ...] = ()
    parts: tuple[str, str] | None = None  # modifier and head of a compound
    equivalents: tuple[Phrase, ...] = ()  # what an abbreviation stands for, and the other way
    synonyms: tuple[Phrase, ...] = ()
    distant_synonyms: tuple[Phrase, ...] = ()
    weight: float = 1.0  # less for words that say how and not what
    year: int | None = None
    prefix: bool = False
    acronym: bool = False
    quoted: bool = False

    @property
    def word(self) -> str:
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Terms:
    """All that was asked; `fresh` says that newer is better."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    sequence: tuple[str, ...] = ()  # the unquoted words in their order, stopwords included
    fresh: bool = False


def parse(text: str, language: str = "de") -> Terms:
    """Never fails: what can't be understood is looked for as it is."""
    text = text.replace("\x00", " ")[:LONGEST_TEXT]
    phrases, excluded, rest = _cut_out(text)
    tokens = tokenize(rest)
    wanted = [_phrase(phrase) for phrase in phrases] + _words(tokens, rest, language)
    terms = [term for term in wanted if term.words][:MOST_TERMS]
    fresh = any(term.word in word_set("de/newness.txt") for term in terms)
    if len(terms) > 1:
        terms = [term for term in terms if term.word not in word_set("de/newness.txt")] or terms
    return Terms(
        tuple(dict.fromkeys(terms)),
        tuple(term for term in map(_phrase, excluded) if term.words),
        tuple(token.word for token in tokens),
        fresh,
    )


def _cut_out(text: str) -> tuple[list[str], list[str], str]:
    phrases: list[str] = []
    excluded: list[str] = []
    for match in QUOTED.finditer(text):
        (excluded if match["minus"] else phrases).append(match["phrase"])
    rest = QUOTED.sub(" ", text)
    excluded += [match["word"] for match in EXCLUDED.finditer(rest)]
    return phrases, excluded, EXCLUDED.sub(" ", rest)


def _phrase(text: str) -> Term:
    words = tuple(token.word for token in tokenize(text))
    return Term(text.strip(), words, quoted=True)


def _words(tokens: list[Token], text: str, language: str) -> list[Term]:
    """A term a word; words without a subject are left out unless there is nothing else."""
    terms: list[Term] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        group = _hyphenated(tokens, index, text)
        skip = len(group) - 1
        is_last = index + skip == len(tokens) - 1 and not text[token.start :].endswith((" ", "."))
        terms.append(_term(group, text, language, is_last))
    kept = [term for term in terms if not _is_empty(term, language)]
    return _with_phrase_synonyms(kept or terms)


def _hyphenated(tokens: list[Token], index: int, text: str) -> list[Token]:
    token = tokens[index]
    if not token.joined:
        return [token]
    group = [token]
    while "".join(other.word for other in group) != token.joined:
        group.append(tokens[index + len(group)])
    return group


def _is_empty(term: Term, language: str) -> bool:
    return not term.acronym and (is_stopword(term.word, language) or is_stopword(term.word, "de"))


def _term(group: list[Token], text: str, language: str, is_last: bool) -> Term:
    typed = text[group[0].start : group[-1].end]
    word = group[0].joined or group[0].word
    parts = _query_parts(group, word)
    known = _is_german(word, parts)
    year = int(word) if YEAR.fullmatch(word) else None
    return Term(
        typed=typed,
        words=(word,),
        roots=german.roots(word),
        foreign_roots=_foreign_roots(word, language, known),
        parts=parts,
        equivalents=equivalents(word),
        synonyms=synonyms(word),
        distant_synonyms=distant_synonyms(word),
        weight=SOFT if word in word_set("de/soft.txt") else 1.0,
        year=year,
        prefix=is_last
        and year is None
        and len(word) >= SHORTEST_PREFIX
        and word not in complete_words(),
        acronym=_is_acronym(typed),
    )


def _is_acronym(typed: str) -> bool:
    """MSO, HdK, MIA-DO, but not Mso."""
    letters = [letter for letter in typed if letter.isalpha()]
    is_short = SHORT_ACRONYM <= len(letters) <= LONG_ACRONYM
    return is_short and letters[0].isupper() and sum(map(str.isupper, letters)) > 1


def _query_parts(group: list[Token], word: str) -> tuple[str, str] | None:
    if len(group) > 1:
        return "".join(token.word for token in group[:-1]), group[-1].word
    return compounds.split(word) or compounds.split(german.lemma(word))


def _is_german(word: str, parts: tuple[str, str] | None) -> bool:
    return (
        bool(parts)
        or word in irregular_forms()
        or word in compound_parts()
        or word in complete_words()
    )


def _foreign_roots(word: str, language: str, known: bool) -> tuple[str, ...]:
    """Roots in the reader's language, and in those of the script when no German word is meant."""
    languages = () if known else languages_of(word)
    wanted = dict.fromkeys((language, *languages))
    found = {foreign_root(word, code): None for code in wanted if code != "de"}
    return tuple(found)


def _with_phrase_synonyms(terms: list[Term]) -> list[Term]:
    """Several words that a list names together: Leichte Sprache, häusliche Gewalt."""
    whole = " ".join(term.word for term in terms)
    same, similar = equivalents(whole), synonyms(whole)
    if len(terms) < 2 or not (same or similar):
        return terms
    words = tuple(term.word for term in terms)
    return [Term(whole, words, equivalents=same, synonyms=similar)]
