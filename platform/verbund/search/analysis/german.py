"""German words to their roots: lemma, stem, and one root for all genders of a word."""

import re
from functools import lru_cache

import snowballstemmer

from .wordlists import irregular_forms

# Endings of words for persons, to tell Migrantin and Lehrerin from Termin and Medizin.
PERSON = re.compile(
    r"(?:er|ant|ent|ist|or|eur|log|nom|graf|agog|at|arzt|anwalt|wirt|koch|freund|kolleg|kund|nachbar|chef|fachfrau|pat|lots|zeug|gatt|genoss|franzos|turk|russ|griech|pol|kurd|burg)$"
)
SHORTEST_PERSON = 3

_stemmer = snowballstemmer.stemmer("german")


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


def _stem(word: str) -> str:
    stem: str = _stemmer.stemWord(word)
    return stem


def _without_gender(word: str) -> str:
    """Lehrerinnen and Lehrerin are Lehrer."""
    if word.endswith("innen") and len(word) > len("innen") + SHORTEST_PERSON:
        return word.removesuffix("innen")
    base = word.removesuffix("in")
    if base != word and len(base) >= SHORTEST_PERSON and PERSON.search(base):
        return base
    return word


def _verbal(word: str) -> tuple[str, ...]:
    """The root that fördern shares with Förderung, sammeln with Sammlung."""
    if len(word) < len("ordern"):
        return ()
    if word.endswith("ern"):
        return (word[:-1],)
    if word.endswith("eln"):
        return (f"{word[:-3]}l",)
    return ()
