"""What the list says around its rows: filters, letters, the drawn city, how many, ways out."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.members.domain.catalogue import Catalogue, Counted
from plugins.members.domain.filters import LETTERS, NAMES, Selection
from plugins.members.enums import ListKind
from plugins.members.models import DirectoryPage
from verbund.plugin import Tenant, active_language, for_reader

Link = dict[str, Any]
FIRST = 8
# Those that stand open on wide screens.
OPEN = {ListKind.TOPIC, ListKind.LANGUAGE}


@dataclass(frozen=True)
class Listing:
    """One language's list with a selection set; ``suggestion`` is what was searched instead."""

    page: DirectoryPage
    tenant: Tenant
    catalogue: Catalogue
    suggestion: str = ""

    @property
    def selection(self) -> Selection:
        return self.catalogue.selection

    @cached_property
    def plain_url(self) -> str:
        return for_reader(self.page.url or "/", active_language())

    def url(self, selection: Selection) -> str:
        return self._with(self.plain_url, selection)

    @property
    def csv_url(self) -> str:
        return self._below("csv")

    @property
    def feed_url(self) -> str:
        return for_reader(self.page.sub_url("feed"), active_language())

    @property
    def subscribe_url(self) -> str:
        return for_reader(self.page.sub_url("subscribe"), active_language())

    @property
    def apply_url(self) -> str:
        return for_reader(self.page.sub_url("apply"), active_language())

    @property
    def downloads(self) -> list[Link]:
        pdf = _("PDF of this selection") if self.selection else _("List as PDF")
        return [
            {"title": pdf, "url": self._below("pdf"), "icon": "file"},
            {"title": "CSV", "url": self.csv_url, "icon": "download"},
        ]

    @property
    def heading(self) -> str:
        count = len(self.catalogue.lines)
        words = {"count": count, "city": self.tenant.name}
        return (
            ngettext(
                "%(count)d organisation in %(city)s", "%(count)d organisations in %(city)s", count
            )
            % words
        )

    @property
    def title(self) -> str:
        """As a line of words: Mitglieder, Bildung, Tamil."""
        names = [self.catalogue.name_of(kind, slug) for kind, slug in self.selection.terms]
        parts = (self.page.title, self.selection.text, *names, self.selection.letter)
        return ", ".join(part for part in parts if part)

    def count_line(self, count: int) -> str:
        if not self.selection:
            return _("From A to Z")
        line = ngettext("%d organisation", "%d organisations", count) % count
        if self.selection.text:
            line += " " + _("for “%s”") % (self.suggestion or self.selection.text)
        return line

    @property
    def facets(self) -> list[dict[str, Any]]:
        return [facet for kind in NAMES if (facet := self._facet(kind))["options"]]

    def _facet(self, kind: ListKind) -> dict[str, Any]:
        titles = {
            ListKind.TOPIC: _("Topic"),
            ListKind.LANGUAGE: _("Language"),
            ListKind.QUARTER: _("Quarter"),
            ListKind.OFFER: _("Offer"),
        }
        options = [
            {
                "value": one.word.slug,
                "label": one.word.name,
                "count": one.count,
                "checked": one.chosen,
            }
            for one in self.catalogue.counts(kind)
        ]
        return {
            "title": titles[kind],
            "name": NAMES[kind],
            "options": options,
            "open": kind in OPEN,
        }

    first = FIRST

    @property
    def hidden(self) -> list[Link]:
        """What the form of the filters takes along."""
        text = self.selection.text
        return [{"name": "q", "value": text}] if text else []

    @property
    def hidden_for_search(self) -> list[Link]:
        return [{"name": NAMES[kind], "value": slug} for kind, slug in self.selection.terms]

    @property
    def active(self) -> list[Link]:
        links = [
            {
                "title": self.catalogue.name_of(kind, slug),
                "url": self.url(self.selection.without(kind, slug)),
            }
            for kind, slug in self.selection.terms
        ]
        if self.selection.text:
            links.append(
                {
                    "title": f"„{self.selection.text}“",
                    "url": self.url(self.selection.with_text("")),
                }
            )
        if self.selection.letter:
            links.append(
                {
                    "title": _("Letter %s") % self.selection.letter,
                    "url": self.url(self.selection.with_letter("")),
                }
            )
        return links

    @property
    def letters(self) -> list[Link]:
        counts = self.catalogue.letters
        return [
            self._letter(letter, counts.get(letter, 0))
            for letter in LETTERS
            if _is_shown(letter, counts)
        ]

    def _letter(self, letter: str, count: int) -> Link:
        title = _("other") if letter == "#" else letter
        if not count:
            return {"title": title}
        return {
            "title": title,
            "url": self.url(self.selection.with_letter(letter)),
            "label": f"{title}: " + ngettext("%d organisation", "%d organisations", count) % count,
            "current": letter == self.selection.letter,
        }

    @cached_property
    def tiles(self) -> list[list[Link | None]]:
        """The city's quarters where they lie; empty where nobody said it."""
        placed = {one.place: one for one in self.catalogue.words if one.place}
        if not placed:
            return []
        counts = {one.word.pk: one for one in self.catalogue.counts(ListKind.QUARTER)}
        rows = max(row for row, _column in placed)
        return [
            [
                self._tile(word, counts.get(word.pk)) if word else None
                for column in range(1, self.columns + 1)
                for word in [placed.get((row, column))]
            ]
            for row in range(1, rows + 1)
        ]

    @property
    def columns(self) -> int:
        return max((one.place[1] for one in self.catalogue.words if one.place), default=0)

    def _tile(self, word: Any, counted: Counted | None) -> Link:
        if counted is None or not counted.count:
            return {"title": word.name, "count": 0}
        narrowed = self.selection.with_only(ListKind.QUARTER, word.slug).with_letter("")
        return {
            "title": word.name,
            "count": counted.count,
            "url": self.url(narrowed),
            "current": counted.chosen,
        }

    @property
    def empty(self) -> Link:
        """Why there is nothing, and where there is something."""
        if not self.catalogue.lines:
            return {
                "title": _("The directory is being filled"),
                "text": _("The first entries will stand here."),
                "actions": [],
            }
        ways = [{"title": _("All organisations"), "url": self.plain_url}]
        if self.selection.text and (self.selection.chosen or self.selection.letter):
            only_text = Selection(text=self.selection.text)
            ways.insert(0, {"title": _("Search without filters"), "url": self.url(only_text)})
        return {
            "title": _("No organisation fits this choice"),
            "text": _("Take a filter off, or ask us: we know who else could help."),
            "actions": [*ways, *self._contact()],
        }

    def _contact(self) -> list[Link]:
        email = self.tenant.contact.get("email")
        return [{"title": _("Ask us by mail"), "url": f"mailto:{email}"}] if email else []

    def _below(self, name: str) -> str:
        url = for_reader(self.page.sub_url(name), active_language())
        return self._with(url, self.selection)

    def _with(self, url: str, selection: Selection) -> str:
        return f"{url}?{selection.query}" if selection else url


def _is_shown(letter: str, counts: dict[str, int]) -> bool:
    return letter != "#" or bool(counts.get("#"))
