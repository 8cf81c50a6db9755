"""Consent in an older list: none, unless columns say who gave it, when and for what."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.members.domain.importing import values
from plugins.members.enums import ConsentWay
from plugins.members.fields import sort_key

if TYPE_CHECKING:
    from plugins.members.domain.importing.drafts import Draft

# What a word of the column means; without such a column a consent holds for the first two.
_PLACES = {
    "website": "on_web",
    "web": "on_web",
    "internet": "on_web",
    "homepage": "on_web",
    "liste": "in_list",
    "list": "in_list",
    "druck": "in_list",
    "broschure": "in_list",
    "netzwerk": "in_network",
    "network": "in_network",
}
_USUAL = ("on_web", "in_list")
_TICKS = ("on_web", "in_list", "in_network")


def consent_in(draft: "Draft", cells: dict[str, list[str]], file_name: str) -> dict[str, Any]:
    """For all contacts of the row; without a date nothing is allowed."""
    none = dict.fromkeys(_TICKS, False)
    said = (cells.get("consent_on") or [""])[0]
    if not said:
        return none
    day = values.read_day(said)
    if day is None or not dt.date(1990, 1, 1) <= day <= timezone.localdate():
        draft.leave("consent_on", said, _("without a date nothing is published."))
        return none
    places = _places(draft, cells.get("consent_for", []))
    if not places:
        return none
    by = (cells.get("consent_by") or [_("according to the list “%(file)s”") % {"file": file_name}])[
        0
    ]
    return {
        **{tick: tick in places for tick in _TICKS},
        "consent_by": by[:120],
        "consent_on": day.isoformat(),
        "consent_way": ConsentWay.IMPORTED.value,
    }


def _places(draft: "Draft", cells: list[str]) -> set[str]:
    if not cells:
        return set(_USUAL)
    found: set[str] = set()
    for part in (part for cell in cells for part in values.parts_of(cell)):
        key = sort_key(part)
        if key in ("alles", "alle", "ja"):
            found |= set(_TICKS) if key != "ja" else set(_USUAL)
        elif key in _PLACES:
            found.add(_PLACES[key])
        elif key not in ("nein", "keine"):
            draft.leave("consent_for", part, _("this is not among the choices."))
    return found
