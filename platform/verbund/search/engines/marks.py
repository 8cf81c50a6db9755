"""What of a row met what was asked: the words to mark, and why the row is a hit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..analysis.document import Field, places
from ..analysis.terms import Term
from ..analysis.tokens import Token
from ..query import Reason
from .criteria import bare
from .ways import FIELD_WEIGHTS, LITERAL, Way

Positions = Mapping[str, list[int]]  # lexeme to the places where it stands
NEARLY_AS_GOOD = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a search, the ways of meeting each, and whether reasons are wanted."""

    terms: tuple[Term, ...]
    ways: list[list[Way]]
    explain: bool = False


@dataclass(frozen=True)
class Marks:
    """A row's fields, and where in them the lexemes stand that were looked for."""

    fields: tuple[Field, ...]
    positions: Positions
    asked: Asked

    @cached_property
    def tokens(self) -> dict[str, list[Token]]:
        """The words to be marked, by field."""
        wanted = {place for one in self._chosen for place in one[1]}
        found: dict[str, list[Token]] = {field.name: [] for field in self.fields}
        for name, place, token in self._places:
            if place in wanted:
                found[name].append(token)
        return found

    def reasons(self) -> tuple[Reason, ...]:
        """For each term: in which way the row meets it, by which word, in which field."""
        return tuple(
            self._reason(term, way, found)
            for term, (way, found) in zip(self.asked.terms, self._chosen, strict=True)
        )

    def _reason(self, term: Term, way: Way | None, found: list[int]) -> Reason:
        if way is None:
            return Reason(term.typed)
        first = next(((name, token) for name, place, token in self._places if place in found), None)
        if first is None:  # what the row is, not what stands in it: its site, its year
            return Reason(term.typed, way.how.value, weight=way.weight)
        name, token = first
        field = next(field for field in self.fields if field.name == name)
        weight = way.weight * FIELD_WEIGHTS[field.weight]
        return Reason(term.typed, way.how.value, field.text[token.start : token.end], name, weight)

    @cached_property
    def _places(self) -> list[tuple[str, int, Token]]:
        return list(places(self.fields))

    @cached_property
    def _chosen(self) -> "list[tuple[Way | None, list[int]]]":
        return [self._best(ways) for ways in self.asked.ways]

    def _best(self, ways: list[Way]) -> "tuple[Way | None, list[int]]":
        """The best way that the row shows, and the places of all that are nearly as good.

        The word itself, where it stands, leaves unmarked what else might have been meant.
        """
        shown = [(way, found) for way in ways if (found := self._of_way(way)) is not None]
        if not shown:
            return None, []
        literal = [one for one in shown if one[0].how in LITERAL]
        best = max(literal or shown, key=lambda one: one[0].weight)
        least = best[0].weight * NEARLY_AS_GOOD
        kept = literal or [one for one in shown if one[0].weight >= least]
        return best[0], sorted({place for _, found in kept for place in found})

    def _of_way(self, way: Way) -> list[int] | None:
        """Where its lexemes stand, None if a group has none or they do not stand together."""
        groups = [list(self._of_group(group)) for group in way.groups]
        if way.gate and all(groups):
            groups = _together(groups, way.step)
        return sorted({place for group in groups for place in group}) if all(groups) else None

    def _of_group(self, group: Iterable[str]) -> Iterator[int]:
        for lexeme in group:
            name = bare(lexeme)
            if lexeme.endswith(":*"):
                found = (at for key, at in self.positions.items() if key.startswith(name))
                yield from (place for at in found for place in at)
            else:
                yield from self.positions.get(name, ())


def _together(groups: list[list[int]], step: int) -> list[list[int]]:
    """Places of each group that follow each other by `step`, beginning with the first group."""
    starts = {
        place
        for place in groups[0]
        if all(place + number * step in group for number, group in enumerate(groups))
    }
    return [[start + number * step for start in starts] for number in range(len(groups))]
