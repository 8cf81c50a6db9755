"""Other words for the same thing, from words/de/: everyday and official words, abbreviations."""

from collections import defaultdict
from functools import cache

from .fold import fold
from .german import roots
from .tokens import tokenize
from .wordlists import WORDS, lines

Phrase = tuple[str, ...]
Groups = dict[str, tuple[Phrase, ...]]


def synonyms(words: str) -> tuple[Phrase, ...]:
    """Words of nearly the same sense, each as the words it is made of; `words` is folded."""
    return _look_up("synonyms", words)


def equivalents(words: str) -> tuple[Phrase, ...]:
    """What an abbreviation stands for, or the abbreviations of some words."""
    return _look_up("abbreviations", words)


def _look_up(folder: str, words: str) -> tuple[Phrase, ...]:
    groups = _groups(folder)
    for key in (words, *(roots(words) if " " not in words else ())):
        if found := groups.get(key):
            return tuple(phrase for phrase in found if phrase != (words,))
    return ()


@cache
def _groups(folder: str) -> Groups:
    """Words and their roots to all that stands in a line with them."""
    groups: defaultdict[str, dict[Phrase, None]] = defaultdict(dict)
    for path in sorted((WORDS / "de" / folder).glob("*.txt")):
        for line in lines(f"de/{folder}/{path.name}"):
            phrases = [_phrase(entry) for entry in line.split(",")]
            for phrase in phrases:
                others = {other: None for other in phrases if other != phrase}
                for key in _keys(phrase):
                    groups[key].update(others)
    return {key: tuple(phrases) for key, phrases in groups.items()}


def _phrase(entry: str) -> Phrase:
    tokens = tokenize(entry)
    if len(tokens) == 2 and tokens[0].joined:
        return (tokens[0].joined,)
    return tuple(token.word for token in tokens)


def _keys(phrase: Phrase) -> tuple[str, ...]:
    if len(phrase) > 1:
        return (fold(" ".join(phrase)),)
    return tuple(dict.fromkeys((phrase[0], roots(phrase[0])[0])))
