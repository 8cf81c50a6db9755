"""Better spellings: candidates by letters left out, the nearest of them by distance."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

# Words differ by at most two letters when they share what is left after leaving out up to two.
COMPARED = 8  # letters at the beginning of which some are left out
SHORTEST = 4
LONG = 8  # from here on two letters may differ
MOST = 3


def edits_allowed(word: str) -> int:
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 2 if len(word) >= LONG else 1


def keys(word: str, edits: int | None = None) -> set[str]:
    """What is left of the beginning of a word when up to `edits` letters are left out."""
    start = word[:COMPARED]
    allowed = edits_allowed(word) if edits is None else edits
    return {
        "".join(letter for index, letter in enumerate(start) if index not in left_out)
        for number in range(min(allowed, len(start) - 1) + 1)
        for left_out in combinations(range(len(start)), number)
    }


def best(word: str, candidates: Iterable[tuple[str, int]]) -> list[str]:
    """The nearest of the candidates, each with its number of rows; the most usual first."""
    ranked = sorted(_ranked(word, candidates))
    if not ranked:
        return []
    nearest = ranked[0][0]
    return [candidate for distance, _, candidate in ranked if distance <= nearest + 0.5][:MOST]


def _ranked(word: str, candidates: Iterable[tuple[str, int]]) -> Iterator[tuple[float, int, str]]:
    allowed = edits_allowed(word)
    for candidate, rows in candidates:
        distance = OSA.distance(word, candidate, score_cutoff=allowed)
        if 0 < distance <= allowed:
            other_start = 0.6 if candidate[0] != word[0] else 0.0
            yield distance + other_start, -rows, candidate
