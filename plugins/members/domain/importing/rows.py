"""Plain rows of text, and how much of a file is read at most."""

from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 10_000
MOST_COLUMNS = 80
LONGEST_CELL = 5_000
LOST = "\ufffd"


class FileRefused(ValueError):
    """The file can't be read; the message says why and what to do."""


@dataclass(frozen=True)
class Row:
    """A line of the file as people count them, its cells, and what was strange in them."""

    line: int
    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def tidy(text: str) -> str:
    """Without blanks at the ends and double ones; lines of a cell stay lines."""
    lines = (" ".join(line.split()) for line in text.replace("\x00", "").splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST_CELL]
