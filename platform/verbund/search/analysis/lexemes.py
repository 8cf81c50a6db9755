"""Texts to lexemes: the words of a document as the index stores them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from . import compounds, german
from .languages import foreign_root, is_stopword
from .tokens import Token, tokenize

# What a lexeme says of the word at its place; the letter tells the kind, one column holds all.
EXACT = "e:"  # the word as folded
STEM = "s:"  # its root
HEAD = "h:"  # root of the last part of the compound it is
PART = "p:"  # root of another part of the compound
BACKWARDS = "r:"  # a long word from its end: finds what stands last in it
YEAR = "y:"  # year of the document's date
ACRONYM = "a:"  # initials of the words from here, or of the parts of the compound
CAPITALS = "c:"  # a word in capitals: an abbreviation
# Without a place: what a row is, so that the index alone answers it.
IN_TITLE = "t:"  # words of title and topics, and the roots of them and of their parts
WHOLE_TITLE = "w:"  # all words of the title in one
TENANT = "@:"
KIND = "k:"
LANGUAGE = "l:"
TOPIC = "b:"
MONTH = "m:"
LOT = "#:"  # one of LOTS, by chance: a sample of the rows is some of them
LOTS = 64
# Positions between two fields, so that no phrase reaches over.
GAP = 30
LAST_POSITION = 16_383
MOST_POSITIONS = 255
LONGEST = 80
LONG = 9  # words from here on are also kept backwards
SHORTEST_ACRONYM = 3

WORDS = (EXACT, STEM, HEAD, PART)


@dataclass(slots=True)
class Lexemes:
    """Lexeme to places and weights; a place is the number of the word, fields follow each other."""

    places: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    next_place: int = 1

    def add(self, text: str, weight: str, language: str) -> None:
        tokens = tokenize(text)
        for offset, token in enumerate(tokens):
            place = min(self.next_place + offset, LAST_POSITION)
            for lexeme in _of_token(token, text, language):
                self.put(lexeme, place, weight)
        for offset, acronym in _acronyms(text, tokens):
            self.put(ACRONYM + acronym, min(self.next_place + offset, LAST_POSITION), weight)
        self.next_place += len(tokens) + GAP

    def add_title(self, title: str, topics: str, language: str) -> None:
        """What is asked of titles and topics alone."""
        words = [token.word for token in tokenize(title)]
        self.label(WHOLE_TITLE, " ".join(words))
        for word in (*words, *(token.word for token in tokenize(topics))):
            for lexeme in word_lexemes(word, language):
                if lexeme.startswith(WORDS):
                    self.label(IN_TITLE, lexeme[len(EXACT) :])

    def put(self, lexeme: str, place: int, weight: str) -> None:
        found = self.places[lexeme]
        if len(found) < MOST_POSITIONS and (not found or found[-1][0] != place):
            found.append((place, weight))

    def label(self, kind: str, value: str) -> None:
        """A lexeme without a place."""
        self.places.setdefault(kind + value[:LONGEST], [])

    def as_tsvector(self) -> str:
        """The literal of PostgreSQL; positions without a letter have weight D."""
        return " ".join(_literal(lexeme, places) for lexeme, places in self.places.items())


def _literal(lexeme: str, places: list[tuple[int, str]]) -> str:
    if not places:
        return quoted(lexeme)
    return f"{quoted(lexeme)}:{','.join(f'{place}{weight}' for place, weight in places)}"


def quoted(lexeme: str) -> str:
    escaped = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _of_token(token: Token, text: str, language: str) -> Iterator[str]:
    yield from word_lexemes(token.word, language)
    if is_abbreviation(text[token.start : token.end]):
        yield CAPITALS + token.word[:LONGEST]
    if token.joined:
        yield EXACT + token.joined[:LONGEST]
        yield STEM + _root(token.joined, language)[:LONGEST]


def is_abbreviation(written: str) -> bool:
    """MSO, HdK, MIA-DO, but not Mso."""
    letters = [letter for letter in written if letter.isalpha()]
    return 2 <= len(letters) <= 6 and letters[0].isupper() and sum(map(str.isupper, letters)) > 1


@lru_cache(maxsize=40_000)
def word_lexemes(word: str, language: str) -> tuple[str, ...]:
    """All lexemes of a folded word: as written, its roots, the parts of the compound."""
    word = word[:LONGEST]
    if is_stopword(word, language):
        return (EXACT + word,)
    if language != "de":
        return (EXACT + word, STEM + foreign_root(word, language))
    found = [EXACT + word, *(STEM + root for root in german.roots(word))]
    found.extend(_parts(word))
    if len(word) >= LONG:
        found.append(BACKWARDS + german.lemma(word)[::-1])
    return tuple(dict.fromkeys(found))


def _root(word: str, language: str) -> str:
    return german.roots(word)[0] if language == "de" else foreign_root(word, language)


def _parts(word: str) -> Iterator[str]:
    pair = compounds.split(word) or compounds.split(german.lemma(word))
    if pair is None:
        return
    modifier, head = pair
    yield from (HEAD + root for root in german.roots(head))
    yield from (PART + root for root in german.roots(modifier))
    for part in pair:
        for inner in compounds.split(part) or ():
            yield PART + german.roots(inner)[0]
    if initials := initials_of(word):
        yield ACRONYM + initials


def initials_of(word: str) -> str:
    """Wohnberechtigungsschein is wbs; empty for a word of less than three parts."""
    initials = _initials(word)
    return initials if len(initials) >= SHORTEST_ACRONYM else ""


def _acronyms(text: str, tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Initials of runs of capitalised words: House of Resources is hor and hr.

    The parts of a compound count too: Öffentlicher Personennahverkehr is opnv.
    """
    for start, token in enumerate(tokens):
        if not text[token.start].isupper():
            continue
        every = capital = token.word[0]
        parts = _initials(token.word)
        for previous, other in zip(tokens[start:], tokens[start + 1 : start + 5], strict=False):
            letter = text[other.start]
            if "\n" in text[previous.end : other.start] or not letter.isalpha():
                break
            every += other.word[0]
            if not letter.isupper():
                if other.end - other.start > 4:
                    break
                continue
            capital += other.word[0]
            parts += _initials(other.word)
            found = {every, capital, parts}
            yield from ((start, acronym) for acronym in found if len(acronym) >= SHORTEST_ACRONYM)


def _initials(word: str) -> str:
    return "".join(leaf[0] for leaf in compounds.leaves(word))
