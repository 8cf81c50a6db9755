"""Folding: one spelling for all the ways in which people write the same word."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, and Arabic letters that are typed for each other.
LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "ŋ": "n",
        "ħ": "h",
        "ґ": "г",
        "ї": "і",
        "ё": "е",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": None,
    }
)
# ae, oe, ue stand for umlauts, but not in "neue", "Frauen", "Quelle".
DIGRAPH = re.compile(r"(?<![aeiouq])([aou])e")
# Marks of these classes carry the vowel or join letters in Indic scripts: kept.
KEPT_MARKS = frozenset({0, 7, 8, 9})


# All that German texts need, in one step.
GERMAN = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case without diacritics, umlauts and ß spelt plainly; folding twice changes nothing."""
    folded = text.casefold().translate(GERMAN)
    if not folded.isascii():
        folded = _without_marks(text)
    while (again := DIGRAPH.sub(r"\1", _without_marks(folded))) != folded:
        folded = again
    return folded


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    kept = "".join(
        character
        for character in decomposed
        if unicodedata.combining(character) in KEPT_MARKS
        and unicodedata.category(character) != "Cf"
    )
    return unicodedata.normalize("NFKC", _plain_digits(kept).casefold().translate(LETTERS))


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in text
    )
