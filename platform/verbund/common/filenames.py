"""Names under which uploaded files are kept: readable, and harmless on every machine."""

import re

from wagtail.coreutils import string_to_ascii

LONGEST = 80
LONGEST_ENDING = 10
# As people write German without its letters; the rest is transliterated.
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "Ss"}
)
PATH = re.compile(r"[\\/]")
OTHER = re.compile(r"[^A-Za-z0-9._-]+")
DOTS = re.compile(r"\.{2,}")


def safe_filename(name: str) -> str:
    """The last part of a path in ASCII letters, digits, ``-``, ``_`` and ``.``, 80 at most.

    >>> safe_filename("../Übersicht für Ärzte.PDF")
    'Uebersicht-fuer-Aerzte.pdf'
    """
    text = string_to_ascii(PATH.split(name)[-1].translate(GERMAN))
    # Transliteration may write a slash of its own ("½" is "1/2").
    text = DOTS.sub(".", OTHER.sub("-", text))
    stem, dot, ending = text.rpartition(".")
    if not dot or not ending or len(ending) > LONGEST_ENDING:
        stem, ending = text, ""
    ending = f".{ending.lower()}" if ending else ""
    return (stem.strip(".-")[: LONGEST - len(ending)].strip(".-") or "datei") + ending
