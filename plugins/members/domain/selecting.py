"""From what an address asks for to the entries that fit it: the same for every output."""

from dataclasses import dataclass

from plugins.members.domain import queries
from plugins.members.domain.catalogue import Catalogue
from plugins.members.domain.filters import Selection
from plugins.members.domain.finding import find
from plugins.members.enums import Where


@dataclass(frozen=True)
class Selected:
    """``suggestion`` is the spelling that was searched instead of the one typed."""

    catalogue: Catalogue
    suggestion: str = ""


def select(selection: Selection, where: Where) -> Selected:
    """The table with the selection set; values that no list has are in `catalogue.unknown`."""
    found = find(selection.text) if selection.text else None
    catalogue = queries.catalogue(where, selection, found.keys if found else None)
    return Selected(catalogue, found.suggestion if found else "")
