"""Cuts text into words with their places, gendered spellings and hyphens included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .fold import fold

# Marks and soft hyphens belong to the word they stand in.
LETTERS = r"[\w\u00ad\u200c\u200d\u0300-\u036f\u064b-\u0652]+"
# An apostrophe is a letter in Ukrainian (сім'я); elsewhere it separates (Düsseldorf'ta, l'Ouest).
CYRILLIC = r"[\u0400-\u04ff]"
APOSTROPHE = "['’ʼ]"
# Bäcker:innen, Bäcker*innen, Bäcker_in, Bäcker/-innen, Bäcker(innen), Bürger:innenbüro
GENDER = r"(?:[:*_·•]|/-?|-(?=innen\b)|\((?=in(?:nen)?\)))(?P<gender>in(?:nen(?:[^\W_]*))?)\b\)?"
TOKEN = re.compile(
    rf"(?P<word>[^\W_]+?)(?:{GENDER})"
    rf"|(?P<abbreviation>(?:[^\W\d_]\.){{2,}})"
    rf"|(?P<plain>{LETTERS}(?:(?<={CYRILLIC}){APOSTROPHE}(?={CYRILLIC}){LETTERS})*)",
)
INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])I(?=n(?:nen)?(?:[^\W\d_A-Z]*)$)")
HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word and its place; `joined` is the whole of a hyphenated word that starts here."""

    word: str
    start: int
    end: int
    joined: str = ""


def tokenize(text: str) -> list[Token]:
    """The words of a text in their order; what is neither letter nor digit separates them."""
    return list(_with_joined(text, list(_words(text))))


def _words(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        if word := fold(_spelled(match)):
            if "_" in word:
                yield from _underscored(match)
            else:
                yield Token(word, match.start(), match.end())


def _spelled(match: re.Match[str]) -> str:
    if match["word"]:
        return f"{match['word']}{match['gender']}"
    if match["abbreviation"]:
        return match["abbreviation"].replace(".", "")
    return INNER_CAPITAL.sub("i", re.sub(APOSTROPHE, "", match["plain"]))


def _underscored(match: re.Match[str]) -> Iterator[Token]:
    for part in re.finditer(r"[^_]+", match.group()):
        if word := fold(part.group()):
            yield Token(word, match.start() + part.start(), match.start() + part.end())


def _with_joined(text: str, tokens: list[Token]) -> Iterator[Token]:
    """Gives the first word of Kfz-Versicherung the whole as `joined`."""
    index = 0
    while index < len(tokens):
        last = index
        while last + 1 < len(tokens) and text[tokens[last].end : tokens[last + 1].start] in HYPHENS:
            last += 1
        first, *rest = tokens[index : last + 1]
        joined = "".join(token.word for token in (first, *rest)) if rest else ""
        yield Token(first.word, first.start, first.end, joined)
        yield from rest
        index = last + 1
