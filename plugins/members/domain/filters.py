"""What a list shows, as it stands in an address: ?q=tanz&thema=kultur&sprache=ta&sprache=en."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from plugins.members.enums import ListKind

# List → its name in addresses, in the order of the filters.
NAMES = {
    ListKind.TOPIC: "thema",
    ListKind.LANGUAGE: "sprache",
    ListKind.QUARTER: "stadtteil",
    ListKind.OFFER: "angebot",
}
LETTER = "buchstabe"
LONGEST_TEXT = 200
MOST_VALUES = 30
LETTERS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#")


@dataclass(frozen=True)
class Selection:
    """Short names by list; of one list any may fit, of several lists each has to."""

    text: str = ""
    chosen: Mapping[ListKind, tuple[str, ...]] = field(default_factory=dict)
    letter: str = ""

    def of(self, kind: ListKind) -> tuple[str, ...]:
        return self.chosen.get(kind, ())

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """In a fixed order: one selection has one address."""
        found = [("q", self.text)] if self.text else []
        found += [(NAMES[kind], slug) for kind, slug in self.terms]
        return found + ([(LETTER, self.letter)] if self.letter else [])

    @property
    def terms(self) -> Iterator[tuple[ListKind, str]]:
        return ((kind, slug) for kind in NAMES for slug in self.of(kind))

    @property
    def query(self) -> str:
        return urlencode(self.pairs)

    def with_only(self, kind: ListKind, slug: str) -> "Selection":
        """The same with one value of a list instead of those chosen."""
        return replace(self, chosen={**self.chosen, kind: (slug,)})

    def without(self, kind: ListKind, slug: str) -> "Selection":
        kept = tuple(one for one in self.of(kind) if one != slug)
        return replace(self, chosen={**self.chosen, kind: kept})

    def with_letter(self, letter: str) -> "Selection":
        return replace(self, letter=letter)

    def with_text(self, text: str) -> "Selection":
        return replace(self, text=text)

    def __bool__(self) -> bool:
        return bool(self.pairs)


def read_selection(query: QueryDict) -> Selection:
    """What an address asks for; a letter that is none counts for nothing."""
    chosen = {
        kind: tuple(dict.fromkeys(_clean(value) for value in query.getlist(name) if value))
        for kind, name in NAMES.items()
    }
    letter = query.get(LETTER, "")
    return Selection(
        text=_clean(query.get("q", ""))[:LONGEST_TEXT],
        chosen={kind: values[:MOST_VALUES] for kind, values in chosen.items() if values},
        letter=letter if letter in LETTERS else "",
    )


def _clean(text: str) -> str:
    return text.replace("\x00", "").strip()
