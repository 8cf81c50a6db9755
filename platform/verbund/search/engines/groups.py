"""Groups of lexemes that stand for one word: as written, inflected, or within a longer one."""

from collections.abc import Iterable

from ..analysis import german
from ..analysis.lexemes import EXACT, HEAD, PART, STEM, quoted

Group = tuple[str, ...]


def any_of(lexemes: Iterable[str]) -> str:
    return f"({' | '.join(lexemes)})"


def exact(word: str) -> str:
    return quoted(EXACT + word)


def word_group(word: str) -> Group:
    """A word as written or inflected."""
    return (exact(word), *all_roots(STEM, german.roots(word)))


def alone_or_in_compound(word: str) -> str:
    """A tsquery for rows that have a word as it is written, or as a part of a longer one."""
    roots = german.roots(word)
    return " | ".join((exact(word), *all_roots(HEAD, roots), *all_roots(PART, roots)))


def all_roots(kind: str, roots: Iterable[str]) -> Group:
    return tuple(quoted(kind + root) for root in roots)


def beginning(lexeme: str) -> str:
    return f"{quoted(lexeme)}:*"


def stems(words: Iterable[str]) -> Group:
    return tuple(lexeme for word in words for lexeme in all_roots(STEM, german.roots(word)[:1]))


def anywhere(word: str) -> Group:
    roots = german.roots(word)
    return (*all_roots(PART, roots), *all_roots(HEAD, roots), *alone(word))


def as_last(word: str) -> Group:
    return (*all_roots(HEAD, german.roots(word)), *alone(word))


def alone(word: str) -> Group:
    """Any form of a word, but no verb for one who does it: not sprechen for Sprecher."""
    if agents := german.forms_of_agent(word):
        return tuple(map(exact, agents))
    return (*all_roots(STEM, german.roots(word)), exact(word))


def any_form(words: Iterable[str]) -> Group:
    """Any form of the words, but not of verbs of the same root."""
    return tuple(lexeme for word in words for lexeme in _first_form(word))


def _first_form(word: str) -> Group:
    agents = german.forms_of_agent(word)
    return tuple(map(exact, agents)) or all_roots(STEM, german.roots(word)[:1])
