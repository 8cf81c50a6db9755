"""What the installation knows when a tenant file is read: names that a value may have."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from pydantic import ValidationInfo


@dataclass(frozen=True)
class Known:
    themes: frozenset[str]
    plugins: frozenset[str]
    languages: frozenset[str]
    folder: Path | None = None


def known(info: ValidationInfo) -> Known:
    if not isinstance(info.context, Known):
        raise TypeError("Read tenant files with read_recipe() or recipe_from().")
    return info.context


def suggestion(value: str, names: Collection[str]) -> str:
    """Did you mean …? and what there is, as one or two sentences."""
    near = difflib.get_close_matches(value, names, n=1)
    listed = ", ".join(sorted(names)) or "–"
    hint = _("Did you mean “{near}”?").format(near=near[0]) + " " if near else ""
    return hint + _("Possible: {names}.").format(names=listed)


def one_of(value: str, names: Collection[str], unknown: str) -> str:
    if value not in names:
        raise ValueError(f"{unknown.format(value=value)} {suggestion(value, names)}")
    return value
