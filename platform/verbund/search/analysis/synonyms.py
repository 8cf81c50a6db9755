"""Other words for the same thing, from words/de/synonyms/: everyday words, official words, abbreviations."""

from collections import defaultdict
from functools import cache

from .fold import fold
from .german import roots
from .tokens import tokenize
from .wordlists import WORDS, lines

Phrase = tuple[str, ...]


def synonyms(word: str) -> tuple[Phrase, ...]:
    """Each synonym of a folded word as the words it is made of, also folded."""
    for key in (word, *roots(word)):
        if found := _groups().get(key):
            return tuple(phrase for phrase in found if phrase != (word,))
    return ()


def phrase_synonyms(words: str) -> tuple[Phrase, ...]:
    """Synonyms of several words that a list names together, the words folded with a blank between."""
    return _groups().get(words, ())


@cache
def _groups() -> dict[str, tuple[Phrase, ...]]:
    """Words and their roots to all that stands in a line with them."""
    groups: defaultdict[str, dict[Phrase, None]] = defaultdict(dict)
    for path in sorted((WORDS / "de" / "synonyms").glob("*.txt")):
        for line in lines(f"de/synonyms/{path.name}"):
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
