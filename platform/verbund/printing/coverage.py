"""Which letters the packed fonts have: a document never shows a box where a letter should be."""

import bisect
import json
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"


@lru_cache(maxsize=1)
def _ranges() -> tuple[list[int], list[int]]:
    pairs = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))
    return [first for first, _last in pairs], [last for _first, last in pairs]


def has_letter(letter: str) -> bool:
    starts, ends = _ranges()
    place = bisect.bisect_right(starts, ord(letter)) - 1
    return place >= 0 and ord(letter) <= ends[place]


def printable(text: str) -> bool:
    """Whether each letter of it can be printed."""
    return all(map(has_letter, text))


def printed(text: str) -> str:
    """The text without what no font has (emoji, rare scripts); line breaks stay."""
    return "".join(letter for letter in text if letter == "\n" or has_letter(letter))
