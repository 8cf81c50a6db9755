"""Better spellings: candidates by letters left out or by sound, the nearest of them by distance."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from ..analysis.compounds import is_known
from ..analysis.sounds import latin, sound

# Words differ by at most two letters when they share what is left after leaving out up to two.
COMPARED = 8  # letters at the beginning of which some are left out
SHORTEST = 4
LONG = 8  # from here on two letters may differ
MOST = 3
SOUND = "~"  # begins the key of a word's sound
# Of two spellings of a name that sound alike, at most this share of the letters differs.
DIFFERENT = 0.5
AS_BEGINNING = 2.8
BY_SOUND = 3.0  # farther than any that differs by letters


def edits_allowed(word: str) -> int:
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 2 if len(word) >= LONG else 1


def keys(word: str) -> set[str]:
    """What is left of the beginning of a word when some letters are left out; and its sound."""
    allowed = edits_allowed(word)
    if not allowed:
        return set()
    start = word[:COMPARED]
    left = {
        "".join(letter for index, letter in enumerate(start) if index not in left_out)
        for number in range(min(allowed, len(start) - 1) + 1)
        for left_out in combinations(range(len(start)), number)
    }
    heard = sound(word)
    return left | {SOUND + heard} if heard else left


def closest(word: str, candidates: Iterable[str]) -> list[str]:
    """Those of the candidates that may be meant, the nearest first."""
    return [candidate for _, candidate in sorted(_ranked(word, candidates))]


def best(word: str, candidates: Iterable[tuple[str, int]]) -> list[str]:
    """The nearest of the candidates, each with its number of rows; the most usual first."""
    rows = dict(candidates)
    ranked = sorted((distance, -rows[one], one) for distance, one in _ranked(word, rows))
    if not ranked:
        return []
    nearest = ranked[0][0]
    return [candidate for distance, _, candidate in ranked if distance <= nearest + 0.5][:MOST]


def _ranked(word: str, candidates: Iterable[str]) -> Iterator[tuple[float, str]]:
    allowed = edits_allowed(word)
    for candidate in candidates:
        distance = OSA.distance(word, candidate, score_cutoff=allowed)
        if 0 < distance <= allowed:
            other_start = 0.6 if candidate[0] != word[0] else 0.0
            yield distance + other_start, candidate
        elif distance and _begins_like(word, candidate):
            yield AS_BEGINNING, candidate
        elif distance and _sound_alike(word, candidate):
            yield BY_SOUND, candidate


def _begins_like(word: str, candidate: str) -> bool:
    """A longer word that begins with this one but for one letter: Scheinwerferset."""
    if not len(word) >= LONG or len(candidate) <= len(word) + 1:
        return False
    starts = (candidate[: len(word) + more] for more in (-1, 0, 1))
    return any(OSA.distance(word, start, score_cutoff=1) <= 1 for start in starts)


def _sound_alike(word: str, other: str) -> bool:
    """Names in two spellings or scripts; what a German list knows is not written by ear."""
    heard = sound(word)
    if not heard or heard != sound(other) or is_known(word):
        return False
    one, two = latin(word), latin(other)
    return OSA.distance(one, two) <= DIFFERENT * max(len(one), len(two))
