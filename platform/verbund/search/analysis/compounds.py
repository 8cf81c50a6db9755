"""Takes German compounds apart: Lautsprecheranlage is Lautsprecher and Anlage."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from .wordlists import complete_words, compound_parts, irregular_forms

LINKERS = ("", "s", "es", "n", "en", "er", "e", "ns", "innen")
SHORTEST = 3
# A first part that no list knows (a name: Newrozfest) needs a last part that is very common.
UNKNOWN_FIRST = 4
COMMON_HEAD = 60
# After these a first part of a compound always has a linking s.
LINKED = ("ungs", "heits", "keits", "schafts", "ions", "tats", "tums", "lings", "ings")


@lru_cache(maxsize=20_000)
def split(word: str) -> tuple[str, str] | None:
    """Modifier and head of a folded word in their base forms, or None for what is no compound."""
    found = _best(word)
    return (found.modifier, found.head) if found else None


def split_as_written(word: str) -> tuple[str, str] | None:
    """The two parts as they stand in a folded word, without what links them."""
    found = _best(word)
    if found is None:
        return None
    first = word[: found.cut]
    return (found.modifier if first.startswith(found.modifier) else first), word[found.cut :]


def is_known(word: str) -> bool:
    """Whether a list has the folded word, or it is made of words that one has."""
    return (
        word in irregular_forms()
        or word in compound_parts()
        or word in complete_words()
        or split(word) is not None
    )


@dataclass(frozen=True, order=True, slots=True)
class _Split:
    score: float
    cut: int
    modifier: str
    head: str


def _best(word: str) -> _Split | None:
    for kind, shortest in ((_known, 6), (_with_long_first, 10), (_with_unknown_first, 8)):
        if len(word) >= shortest and (candidates := list(kind(word))):
            return max(candidates)
    return None


def _known(word: str) -> Iterator[_Split]:
    parts = compound_parts()
    for cut in range(SHORTEST, len(word) - SHORTEST + 1):
        head = _head(word[cut:])
        if head is None:
            continue
        for base, cost in _modifiers(word[:cut]):
            score = log(1 + parts[head][0]) + log(1 + parts[base][1]) - cost
            yield _Split(score + 0.15 * min(len(base), len(head)), cut, base, head)


def _head(text: str) -> str | None:
    """The base form of a last part, which may be inflected."""
    parts = compound_parts()
    for ending in ("", "en", "er", "ern", "es", "e", "n", "s"):
        base = text.removesuffix(ending) if ending else text
        if (base != text or not ending) and parts.get(base, (0, 0))[0]:
            return base
    return None


def _modifiers(text: str) -> Iterator[tuple[str, float]]:
    parts = compound_parts()
    for linker in LINKERS:
        base = text.removesuffix(linker) if linker else text
        if (base != text or not linker) and parts.get(base, (0, 0))[1]:
            yield base, 0.3 * len(linker)
    if parts.get(text + "e", (0, 0))[1]:
        yield text + "e", 0.3


def _with_long_first(word: str) -> Iterator[_Split]:
    """The first part is a compound itself, which no list has: Brustkrebs in Brustkrebsvorsorge."""
    for cut in range(2 * SHORTEST, len(word) - SHORTEST):
        head = _head(word[cut:])
        if head is None:
            continue
        first = _without_linked_s(word[:cut])
        if inner := max(_known(first), default=None):
            yield _Split(inner.score + log(1 + compound_parts()[head][0]), cut, first, head)


def _with_unknown_first(word: str) -> Iterator[_Split]:
    parts = compound_parts()
    for cut in range(UNKNOWN_FIRST, len(word) - SHORTEST):
        head = _head(word[cut:])
        if head and len(head) > SHORTEST and parts[head][0] >= COMMON_HEAD:
            first = _without_linked_s(word[:cut])
            yield _Split(log(parts[head][0]) + 0.8 * len(head), cut, first, head)


def _without_linked_s(first: str) -> str:
    return first.removesuffix("s") if first.endswith(LINKED) else first


@lru_cache(maxsize=20_000)
def leaves(word: str) -> tuple[str, ...]:
    """All parts of a folded compound in their order, as they stand in it; a simple word alone."""
    found = _best(word)
    if found is None:
        return (word,)
    return (*leaves(found.modifier), *leaves(word[found.cut :]))
