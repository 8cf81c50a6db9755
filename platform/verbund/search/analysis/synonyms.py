"""Other words for the same thing, from words/de/: everyday and official words, abbreviations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from .fold import fold
from .german import lemma, roots
from .languages import is_stopword
from .tokens import tokenize
from .wordlists import WORDS, lines

Phrase = tuple[str, ...]
# What the stemmer takes off most words of the lists.
ENDINGS = ("", "e", "ung", "er", "en", "n")


def synonyms(words: str) -> tuple[Phrase, ...]:
    """Words of nearly the same sense, each as the words it is made of; `words` is folded."""
    return _look_up("synonyms", words)


def equivalents(words: str) -> tuple[Phrase, ...]:
    """What an abbreviation stands for, or the abbreviations of some words."""
    return _look_up("abbreviations", words)


def distant_synonyms(words: str) -> tuple[Phrase, ...]:
    """Synonyms of a general thesaurus: many, and not all of them meant."""
    return _look_up("thesaurus", words)


def family(word: str) -> tuple[str, ...]:
    """Words of the same root that the stemmer does not see: Polizist and Polizei."""
    families = _families()
    found = next((families[key] for key in _keys(word) if key in families), ())
    return tuple(other for other in found if other != word)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    families: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for path in sorted((WORDS / "de" / "families").glob("*.txt")):
        for line in lines(f"de/families/{path.name}"):
            words = [fold(word) for word in line.split()]
            for word in words:
                families[word].update(dict.fromkeys(words))
    return {word: tuple(words) for word, words in families.items()}


def phrases_of(entries: Iterable[str]) -> tuple[Phrase, ...]:
    """Words and phrases as people wrote them in a list, folded."""
    return tuple(phrase for entry in entries if (phrase := _phrase(entry)))


def _look_up(folder: str, words: str) -> tuple[Phrase, ...]:
    groups = _groups(folder)
    for key in _keys(words):
        if found := groups.get(key):
            return tuple(phrase for phrase in found if phrase != (words,))
    return ()


def _keys(words: str) -> Iterator[str]:
    """The words as typed, then the base forms in which a list may have them."""
    yield words
    if " " not in words:
        yield lemma(words)
        for root in roots(words):
            yield from (root + ending for ending in ENDINGS)


@cache
def _groups(folder: str) -> dict[str, tuple[Phrase, ...]]:
    """Words to all that stands in a line with them."""
    groups: defaultdict[str, dict[Phrase, None]] = defaultdict(dict)
    for path in sorted((WORDS / "de" / folder).glob("*.txt")):
        for line in lines(f"de/{folder}/{path.name}"):
            phrases = [_phrase(entry) for entry in line.split(", ")]
            for phrase in phrases:
                others = {other: None for other in phrases if other != phrase}
                groups[_key(phrase)].update(others)
    return {words: tuple(phrases) for words, phrases in groups.items()}


def _key(phrase: Phrase) -> str:
    """As a search has the words: without those that carry no subject."""
    return " ".join([word for word in phrase if not is_stopword(word, "de")] or phrase)


def _phrase(entry: str) -> Phrase:
    if entry.isascii() and entry.islower() and entry.isalpha():
        return (entry,)  # folded already, as the big lists are
    tokens = tokenize(entry)
    if len(tokens) == 2 and tokens[0].joined:
        return (tokens[0].joined,)
    return tuple(token.word for token in tokens)
