"""Reads the word lists in words/: a subject a file, `#` begins a comment."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .fold import fold

COMMON_IN_FIELD = 60
WORDS = Path(__file__).parent / "words"


def lines(name: str) -> Iterator[str]:
    for line in (WORDS / name).read_text(encoding="utf-8").splitlines():
        if text := line.partition("#")[0].strip():
            yield text


@cache
def irregular_forms() -> dict[str, str]:
    """Inflected form to lemma, where the stemmer alone does not lead there."""
    return dict(line.split() for line in lines("de/forms.txt"))


@cache
def irregular_english() -> dict[str, str]:
    return dict(line.split() for line in lines("en/forms.txt"))


@cache
def compound_parts() -> dict[str, tuple[int, int]]:
    """Word to how many compounds it ends and begins; the field's own words count as common."""
    rows = (line.split() for line in lines("de/parts.txt"))
    never = word_set("de/never-parts.txt")
    parts = {word: (int(heads), int(ends)) for word, heads, ends in rows if word not in never}
    for word in field_words("de/field-parts.txt"):
        heads, modifiers = parts.get(word, (0, 0))
        parts[word] = (max(heads, COMMON_IN_FIELD), max(modifiers, COMMON_IN_FIELD))
    return parts


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(field_words(name))


def field_words(name: str) -> Iterator[str]:
    for line in lines(name):
        yield from map(fold, line.split())


@cache
def complete_words() -> frozenset[str]:
    """Short German words that nobody types as the beginning of a longer one."""
    return frozenset(lines("de/complete.txt"))


@cache
def stopwords(language: str) -> frozenset[str]:
    path = f"{language}/stopwords.txt"
    if not (WORDS / path).exists():
        return frozenset()
    return word_set(path)
