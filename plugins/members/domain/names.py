"""Names as people compare them: without legal form, case, accents, order of words."""

import re

from plugins.members.fields import sort_key

_FORMS = re.compile(
    r"\b(?:e\s*\.?\s*v\s*\.?|eingetragener\s+verein|g?gmbh|eg|e\s*\.?\s*g\s*\.|ug|gug|i\.\s*g\.)"
    r"(?=$|[\s,;)])",
    re.I,
)
# Words that two names may differ in and still mean the same.
_SMALL = frozenset(
    {"der", "die", "das", "des", "und", "u", "in", "im", "fur", "von", "zu", "e", "v", "verein"}
)


def bare_name(name: str) -> str:
    """“Tamilischer Kulturkreis e. V.” → "Tamilischer Kulturkreis"."""
    return " ".join(_FORMS.sub(" ", name).split()).strip(" ,;-–") or name.strip()


def compared_name(name: str) -> str:
    """The same for two spellings of one name: “Verein für Kultur, Bonn e.V.”, “Kulturverein …”.

    Umlauts written out count as umlauts; the words stand in order of the alphabet.
    """
    key = sort_key(bare_name(name))
    for written, plain in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        key = key.replace(written, plain)
    words = [word for word in key.split() if word not in _SMALL]
    return " ".join(sorted(words)) or key
