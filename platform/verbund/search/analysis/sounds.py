"""One key for the spellings of a name in several languages and scripts: Newroz, Nowruz, Новруз."""

import re

from .fold import fold

SHORTEST_KEY = 3
# How the letters of other scripts are written in Latin ones; Arabic has no short vowels.
LATIN = dict(
    letters.split(":")
    for letters in [
        "а:a",
        "б:b",
        "в:v",
        "г:g",
        "ґ:g",
        "д:d",
        "е:e",
        "є:je",
        "ж:sh",
        "з:s",
        "и:i",
        "і:i",
        "ї:i",
        "й:i",
        "к:k",
        "л:l",
        "м:m",
        "н:n",
        "о:o",
        "п:p",
        "р:r",
        "с:s",
        "т:t",
        "у:u",
        "ф:f",
        "х:ch",
        "ц:z",
        "ч:tsch",
        "ш:sch",
        "щ:schtsch",
        "ю:ju",
        "я:ja",
        "ы:y",
        "э:e",
        "ё:e",
        "ь:",
        "ъ:",
        "α:a",
        "β:v",
        "γ:g",
        "δ:d",
        "ε:e",
        "ζ:s",
        "η:i",
        "θ:th",
        "ι:i",
        "κ:k",
        "λ:l",
        "μ:m",
        "ν:n",
        "ξ:ks",
        "ο:o",
        "π:p",
        "ρ:r",
        "σ:s",
        "ς:s",
        "τ:t",
        "υ:i",
        "φ:f",
        "χ:ch",
        "ψ:ps",
        "ω:o",
        "ا:a",
        "ب:b",
        "ت:t",
        "ث:th",
        "ج:dsch",
        "ح:h",
        "خ:ch",
        "د:d",
        "ذ:d",
        "ر:r",
        "ز:s",
        "س:s",
        "ش:sch",
        "ص:s",
        "ض:d",
        "ط:t",
        "ظ:s",
        "ع:a",
        "غ:gh",
        "ف:f",
        "ق:k",
        "ك:k",
        "ل:l",
        "م:m",
        "ن:n",
        "ه:h",
        "و:u",
        "ي:i",
        "ء:",
        "ئ:",
        "ؤ:",
        "پ:p",
        "چ:tsch",
        "گ:g",
        "ڤ:v",
    ]
)
ARTICLE = "ال"
# Letters that languages write for nearly the same sound, the longest first.
SOUNDS = (
    ("dsch", "j"),
    ("tsch", "k"),
    ("sch", "s"),
    ("dj", "j"),
    ("sh", "s"),
    ("zh", "s"),
    ("ch", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "v"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("cz", "k"),
    ("tz", "s"),
    ("qu", "k"),
    ("x", "ks"),
    *((letter, "v") for letter in "wf"),
    *((letter, "k") for letter in "cq"),
    ("z", "s"),
)
DOUBLED = re.compile(r"(.)\1+")
BEFORE_VOWEL = re.compile(r"^[iy](?=[aeou])")
SILENT = re.compile(r"(?<=.)[aeiouyhj]")


def latin(word: str) -> str:
    """A folded word in Latin letters; a word that is in them already stays."""
    if word.isascii():
        return word
    stem = word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 2 else word
    return fold("".join(LATIN.get(letter, letter) for letter in stem))


def sound(word: str) -> str:
    """The consonants of a folded word as they are heard; empty where too few are left."""
    written = latin(word)
    if not (written.isascii() and written.isalpha()):
        return ""
    for letters, heard in SOUNDS:
        written = written.replace(letters, heard)
    written = BEFORE_VOWEL.sub("j", DOUBLED.sub(r"\1", written))
    first = {"e": "i", "u": "o"}.get(written[0], written[0])
    key = first + SILENT.sub("", written)[1:]
    return key if len(key) >= SHORTEST_KEY else ""
