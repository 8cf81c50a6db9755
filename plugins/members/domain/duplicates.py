"""Entries of one directory that may be the same organisation."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from plugins.members.domain.likeness import ORDER, all_signs
from plugins.members.imports import Apart, Likeness
from plugins.members.models import Organisation

# A house or an office's number that more entries share says nothing of any two of them.
MOST_SHARED = 4


@dataclass(frozen=True)
class Pair:
    """Two entries, the older first, and by what they look alike."""

    first: int
    second: int
    by: Likeness


@dataclass(frozen=True)
class Twins:
    """A pair with what is shown of it."""

    first: Organisation
    second: Organisation
    by: Likeness


def pairs() -> list[Pair]:
    """Each pair once, by the surest sign; those that staff told apart are left out."""
    apart = set(Apart.objects.values_list("first", "second"))
    found: dict[tuple[int, int], Pair] = {}
    for pair in _alike():
        key = pair.first, pair.second
        if key not in apart:
            found.setdefault(key, pair)
    return sorted(found.values(), key=lambda pair: (ORDER.index(pair.by), pair.first, pair.second))


def twins() -> list[Twins]:
    """The same with the entries; one more query."""
    found = pairs()
    keys = {pk for pair in found for pk in (pair.first, pair.second)}
    entries = Organisation.objects.in_bulk(keys)
    return [Twins(entries[pair.first], entries[pair.second], pair.by) for pair in found]


def tell_apart(first: Organisation, second: Organisation, by: str) -> None:
    """Staff say that these are two; they are not proposed again."""
    older, newer = sorted((first, second), key=lambda one: one.pk)
    Apart.objects.get_or_create(first=older, second=newer, defaults={"by": by})


def _alike() -> Iterator[Pair]:
    known = all_signs().known
    for by in ORDER:
        for (kind, _sign), keys in known.items():
            if kind == by and 1 < len(keys) <= MOST_SHARED:
                yield from (Pair(a, b, by) for a, b in combinations(sorted(keys), 2))
