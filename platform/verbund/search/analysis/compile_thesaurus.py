"""Makes words/de/thesaurus/ from the OpenThesaurus as Debian's package mythes-de has it.

`python -m verbund.search.analysis.compile_thesaurus /usr/share/mythes/th_de_DE_v2.dat`; a running
site reads the finished files. Words go to thesaurus/, abbreviations to abbreviations/.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from .fold import fold
from .wordlists import WORDS

Group = tuple[str, ...]
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}(?:-[A-ZÄÖÜ]?[a-zäöüß]+)?")
ACRONYM = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}[A-ZÄÖÜ]|[A-ZÄÖÜ]{2,6}")
LONG_FORM = re.compile(r"[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß -]{7,60}")
NOTE = re.compile(r"\s*\(([^)]*)\)")
# Notes at a word that make it no synonym, or one that nobody writes on such a site.
REFUSED = (
    *("Oberbegriff", "Unterbegriff", "Antonym", "Assoziation", "derb", "vulg", "veraltet"),
    *("abwertend", "herablassend", "scherzhaft", "salopp", "ironisch", "Jargon", "fig."),
    *("österr", "schweiz", "regional", "landschaftlich", "histor", "geh.", "lat.", "Spruch"),
)
MOST_WORDS = 12
MOST_SENSES = 3
HEADER = "# From the OpenThesaurus (openthesaurus.de, 2016), LGPL 2.1; see compile_thesaurus.py.\n"


def main(source: Path) -> None:
    groups = [entries(line) for line in set(source.read_text(encoding="utf-8").splitlines()[1:])]
    _write("thesaurus", _synonyms(groups))
    _write("abbreviations", set(_abbreviations(groups)))


def entries(line: str) -> Group:
    """The words of a line ("-|word (note)|word …"), one line a sense, those refused left out."""
    if not line.startswith("-|"):
        return ()
    kept = (NOTE.sub("", entry).strip() for entry in line.split("|")[1:] if _is_usable(entry))
    return tuple(sorted(set(filter(None, kept))))


def _is_usable(entry: str) -> bool:
    return not any(mark in note for mark in REFUSED for note in NOTE.findall(entry))


def _synonyms(groups: Iterable[Group]) -> set[Group]:
    """Single words of few senses, folded."""
    folded = {
        tuple(sorted({fold(word) for word in group if WORD.fullmatch(word)})) for group in groups
    }
    short = [group for group in folded if 1 < len(group) <= MOST_WORDS]
    senses = Counter(word for group in short for word in group)
    clear = {tuple(word for word in group if senses[word] <= MOST_SENSES) for group in short}
    return {group for group in clear if len(group) > 1}


def _abbreviations(groups: Iterable[Group]) -> Iterator[Group]:
    """An abbreviation and what it stands for, where the one's letters begin the other's words."""
    for group in groups:
        for short in filter(ACRONYM.fullmatch, group):
            long = [word for word in group if LONG_FORM.fullmatch(word) and stands_for(short, word)]
            if long:
                yield (short, *long)


def stands_for(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in their order, the first at its beginning."""
    letters = iter(fold(long))
    wanted = fold(short)
    return fold(long).startswith(wanted[0]) and all(letter in letters for letter in wanted)


def _write(folder: str, groups: Iterable[Group]) -> None:
    lines = sorted(", ".join(group) for group in groups)
    target = WORDS / "de" / folder / "openthesaurus.txt"
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(folder, len(lines), "groups")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
