"""Soft hyphens in the long words of headlines: a browser without a German dictionary breaks there.

Only words too long for a phone's headline are touched: a word that fits stays as it was typed.
"""

import re
from typing import TYPE_CHECKING

from django.utils.html import conditional_escape

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SHY = "\u00ad"
LONG = 20
# Heads of German compounds of this field: a break may stand before them.
_HEADS = (
    "anlage|arbeit|angebot|antrag|aufruf|ausschuss|austausch|auskunft|beauftragte"
    "|begegnung|begleitung|beratung|bericht|berichte|bezirk|bildung|bündnis|dienst"
    "|einrichtung|erklärung|festival|förderung|forderung|freiheit|frauen|gemeinschaft"
    "|gesellschaft|gespräch|gruppe|hilfe|initiative|integration|jugend|kampagne|kennung"
    "|konferenz|koordination|kurs|mittel|mitteilung|mitteilungen|nachmittag|netzwerk"
    "|ordnung|organisation|organisationen|pflicht|politik|programm|projekt|projekte|räume"
    "|runde|sammlung|schule|schutz|sprecher|stelle|stellen|straße|stunde|system|tage"
    "|teilhabe|termin|termine|training|treffen|veranstaltung|veranstaltungen|verein"
    "|vereine|vereinbarung|verfahren|vermittlung|versammlung|verzeichnis|vielfalt"
    "|werkstatt|woche|wochen|zentrum|zusammenarbeit"
)
_WORD = re.compile(r"[^\W\d_]{8,}")
_JOINT = re.compile(rf"(?<=[^\W\d_]{{4}})(?=(?:{_HEADS}))", re.I)


def soften(text: "StrOrPromise", longer_than: int = LONG) -> str:
    """HTML of `text` (escaped unless safe) with soft hyphens in words of that many letters."""

    def broken(word: re.Match[str]) -> str:
        return _JOINT.sub(SHY, word[0]) if len(word[0]) >= longer_than else word[0]

    return _WORD.sub(broken, conditional_escape(text))
