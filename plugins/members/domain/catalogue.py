"""All public entries as a light table in memory: filters, counts and letters are made of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings

from plugins.members.domain.filters import NAMES, Selection
from plugins.members.enums import ListKind
from plugins.members.fields import letter_of


@dataclass(frozen=True)
class Word:
    """A term of a list as filters show it."""

    pk: int
    kind: ListKind
    slug: str
    name: str
    native_name: str = ""
    place: tuple[int, int] | None = None

    @property
    def is_german(self) -> bool:
        """Nearly all speak it: it helps nobody to choose."""
        return self.kind == ListKind.LANGUAGE and self.slug == settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Line:
    """An entry as the table holds it; ``words`` are the keys of its terms and kinds of offer."""

    pk: int
    sort_key: str
    words: frozenset[int]

    @property
    def letter(self) -> str:
        return letter_of(self.sort_key)


@dataclass(frozen=True)
class Counted:
    word: Word
    count: int
    chosen: bool


@dataclass(frozen=True)
class Catalogue:
    """``hits`` are the keys that a search found, best first; None where nobody searched."""

    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    selection: Selection
    hits: Sequence[int] | None = None

    @property
    def unknown(self) -> list[str]:
        """Values in the address that no list has."""
        known = {(word.kind, word.slug) for word in self.words}
        return [slug for kind, slug in self.selection.terms if (kind, slug) not in known]

    @property
    def found(self) -> list[int]:
        """The keys of all entries that fit: by name, or the best hit first."""
        lines = [line for line in self._searched() if self._fits(line)]
        letter = self.selection.letter
        return [line.pk for line in lines if not letter or line.letter == letter]

    def counts(self, kind: ListKind) -> list[Counted]:
        """The words of a list with how many entries each would give, the usual ones first.

        The list's own choice is left out of the count: another value of it widens the result.
        """
        lines = [line for line in self._searched() if self._fits(line, without=kind)]
        counter = Counter(pk for line in lines for pk in line.words)
        chosen = self.selection.of(kind)
        found = [
            Counted(word, counter[word.pk], word.slug in chosen)
            for word in self.words
            if word.kind == kind and (counter[word.pk] or word.slug in chosen)
        ]
        return sorted(found, key=lambda one: (one.word.is_german, -one.count))

    @property
    def letters(self) -> dict[str, int]:
        """How many of the entries that fit begin with a letter."""
        return dict(Counter(line.letter for line in self._searched() if self._fits(line)))

    def name_of(self, kind: ListKind, slug: str) -> str:
        return next(
            (word.name for word in self.words if (word.kind, word.slug) == (kind, slug)), ""
        )

    def _searched(self) -> Iterable[Line]:
        if self.hits is None:
            return self.lines
        by_key = {line.pk: line for line in self.lines}
        return [by_key[pk] for pk in self.hits if pk in by_key]

    def _fits(self, line: Line, without: ListKind | None = None) -> bool:
        return all(
            not self._keys(kind).isdisjoint(line.words)
            for kind in NAMES
            if kind != without and self.selection.of(kind)
        )

    def _keys(self, kind: ListKind) -> frozenset[int]:
        wanted = self.selection.of(kind)
        return frozenset(w.pk for w in self.words if w.kind == kind and w.slug in wanted)
