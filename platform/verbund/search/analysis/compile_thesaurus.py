"""Makes words/de/thesaurus/ from the OpenThesaurus as Debian's package mythes-de has it.

`python -m verbund.search.analysis.compile_thesaurus /usr/share/mythes/th_de_DE_v2.dat`; a running
site reads the finished file.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .fold import fold
from .wordlists import WORDS, complete_words, compound_parts

Group = tuple[str, ...]
NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:-[A-ZÄÖÜ]?[a-zäöüß]+)?")
NOTE = re.compile(r"\s*\(([^)]*)\)")
# Notes at a word that make it no synonym, or one that nobody writes on such a site.
REFUSED = (
    *("Oberbegriff", "Unterbegriff", "Antonym", "Assoziation", "derb", "vulg", "veraltet"),
    *("abwertend", "scherzhaft", "ironisch", "Jargon", "fig.", "österr", "schweiz"),
    *("regional", "landschaftlich", "histor", "geh."),
)
MOST_WORDS = 6
MOST_SENSES = 3


def main(source: Path) -> None:
    groups = set(_groups(source.read_text(encoding="utf-8").splitlines()[1:]))
    senses = Counter(word for group in groups for word in group)
    kept = {
        clear
        for group in groups
        if len(clear := tuple(word for word in group if senses[word] <= MOST_SENSES)) > 1
        and any(_is_usual(word) for word in clear)
    }
    target = WORDS / "de" / "thesaurus" / "openthesaurus.txt"
    header = "# From the OpenThesaurus (openthesaurus.de, 2016), LGPL 2.1, filtered.\n"
    target.write_text(
        header + "\n".join(sorted(", ".join(map(fold, group)) for group in kept)) + "\n",
        encoding="utf-8",
    )
    print(len(kept), "groups")


def _groups(lines: list[str]) -> Iterator[Group]:
    """One line a sense: -|word (note)|word …"""
    for line in lines:
        if line.startswith("-|"):
            words = tuple(sorted({word for entry in line.split("|")[1:] if (word := _word(entry))}))
            if 1 < len(words) <= MOST_WORDS:
                yield words


def _word(entry: str) -> str:
    notes = NOTE.findall(entry)
    word = NOTE.sub("", entry).strip()
    refused = any(mark in note for mark in REFUSED for note in notes)
    return word if NOUN.fullmatch(word) and not refused else ""


def _is_usual(word: str) -> bool:
    folded = fold(word)
    return folded in compound_parts() or folded in complete_words()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
