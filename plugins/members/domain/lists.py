"""What the lists begin with: the network's defaults, shipped as data, and the city's quarters."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from plugins.members.enums import ListKind
from plugins.members.models import Term

DATA = Path(__file__).resolve().parents[1] / "data"
FILES = {
    ListKind.TOPIC: "topics.csv",
    ListKind.LANGUAGE: "languages.csv",
    ListKind.OFFER: "offers.csv",
    ListKind.GROUP: "groups.csv",
    ListKind.BACKGROUND: "backgrounds.csv",
}
# Columns that are no language's name.
_OWN = {"slug", "native"}
_PLACED = re.compile(r"(\d{1,2})\.(\d{1,2})\s+(.+)")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug_of(name: str) -> str:
    """“Ältere Menschen” → "aeltere-menschen"."""
    return slugify(name.lower().translate(_LETTERS))[:60]


def make_lists(quarters: tuple[str, ...] = ()) -> int:
    """Adds what is missing of the defaults; what a tenant renamed or retired stays as it is.

    Returns how many were made.
    """
    wanted = [*_defaults(), *map(_quarter, quarters)]
    known = set(Term.objects.values_list("kind", "slug"))
    missing = [term for term in wanted if (term.kind, term.slug) not in known]
    return len(Term.objects.bulk_create(missing))


def _defaults() -> Iterator[Term]:
    for kind, file in FILES.items():
        for row in _rows(file):
            names = {code: name for code, name in row.items() if code not in _OWN and name}
            yield Term(
                kind=kind,
                slug=row["slug"],
                name=names.pop("de"),
                names=names,
                native_name=row.get("native") or "",
            )


def _rows(file: str) -> list[dict[str, Any]]:
    with (DATA / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=";"))


def _quarter(text: str) -> Term:
    """“2.3 Eving”: row, column, name; or the name alone."""
    placed = _PLACED.fullmatch(text.strip())
    name = placed[3] if placed else text.strip()
    row, column = (int(placed[1]), int(placed[2])) if placed else (None, None)
    return Term(kind=ListKind.QUARTER, slug=slug_of(name), name=name, row=row, column=column)
