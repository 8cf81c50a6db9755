"""Stems of words in languages other than German."""

from functools import lru_cache

from .fold import fold
from .stemming import stem
from .wordlists import irregular_english, lines, stopwords

SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
LATIN = ("en", "fr", "tr", "es", "it", "pt", "ro")
SHORTEST_UKRAINIAN_STEM = 3
ENGLISH_PLURALS = {
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "knives": "knife",
    "halves": "half",
    "shelves": "shelf",
    "feet": "foot",
    "teeth": "tooth",
}


@lru_cache(maxsize=20_000)
def foreign_root(word: str, language: str) -> str:
    """The folded stem of a folded word; the word itself where we have no stemmer."""
    if language == "uk":
        return _ukrainian(word)
    if language == "en":
        word = _english_singular(word)
    name = SNOWBALL.get(language)
    return fold(stem(word, name)) if name else word


def _english_singular(word: str) -> str:
    """Irregular forms, also as the end of a word that the list has not: midwives."""
    for plural, singular in ENGLISH_PLURALS.items():
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return irregular_english().get(word, word)


def _ukrainian(word: str) -> str:
    for ending in _ukrainian_endings():
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_UKRAINIAN_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=1)
def _ukrainian_endings() -> tuple[str, ...]:
    """Endings of cases and numbers, the longest first."""
    endings = {fold(ending) for line in lines("uk/endings.txt") for ending in line.split()}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


def languages_of(word: str) -> tuple[str, ...]:
    """The languages that a word may be in, by its script."""
    letter = next((character for character in word if character.isalpha()), "a")
    if "\u0400" <= letter <= "\u04ff":
        return ("uk", "ru")
    if "\u0600" <= letter <= "\u06ff":
        return ("ar",)
    if "\u0370" <= letter <= "\u03ff":
        return ("el",)
    return LATIN


def is_stopword(word: str, language: str) -> bool:
    return word in stopwords(language)
