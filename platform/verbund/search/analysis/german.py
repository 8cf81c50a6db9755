"""German words to their roots: lemma, stem, and one root for all genders of a word."""

import re
from functools import cache, lru_cache

from .stemming import stem
from .wordlists import compound_parts, field_words, irregular_forms

SHORTEST_PERSON = 3
SHORTEST_VERBAL = 6
AS_PARTICIPLE = re.compile(r"(.{3,}e[rl])nde?[nrsm]?")


@lru_cache(maxsize=20_000)
def roots(word: str) -> tuple[str, ...]:
    """The roots of a folded word, the best one first; words of one family share one."""
    lemma = irregular_forms().get(word, word)
    neutral = _without_gender(lemma)
    found = [_stem(neutral)]
    for other in (_stem(lemma), _stem(word), *_verbal(lemma)):
        if other not in found:
            found.append(other)
    return tuple(found)


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    return _without_gender(irregular_forms().get(word, word))


@lru_cache(maxsize=40_000)
def _stem(word: str) -> str:
    return stem(word, "german")


def _without_gender(word: str) -> str:
    """Lehrerinnen and Lehrerin are Lehrer."""
    if word.endswith("innen") and len(word) > len("innen") + SHORTEST_PERSON:
        return word.removesuffix("innen")
    base = word.removesuffix("in")
    if base != word and len(base) >= SHORTEST_PERSON and base.endswith(_person_endings()):
        return base
    return word


def forms_of_agent(word: str) -> tuple[str, ...]:
    """All forms of a noun like Helfer, whose root is that of a verb (helfen) and so too wide."""
    if not word.endswith("er") or _stem(word) == word:
        return ()
    return tuple(word + ending for ending in ("", "n", "s", "in", "innen"))


@cache
def _person_endings() -> tuple[str, ...]:
    return tuple(field_words("de/person-endings.txt"))


def _verbal(word: str) -> tuple[str, ...]:
    """The root that fördern, Förderer and Fördernde share with Förderung, sammeln with Sammlung."""
    if len(word) < SHORTEST_VERBAL:
        return ()
    if match := AS_PARTICIPLE.fullmatch(word):
        return (match[1],)
    if word.endswith(("ern", "erer")):
        return (word.removesuffix("n") if word.endswith("n") else word.removesuffix("er"),)
    if word.endswith("eln"):
        return (f"{word[:-3]}l",)
    return (word,) if f"{word}ung" in compound_parts() else ()
