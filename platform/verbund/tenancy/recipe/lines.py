"""On which line of a TOML text each key stands: tomllib does not tell."""

import re
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
DOTTED = rf"{PART}(?:\s*\.\s*{PART})*"
TABLE = re.compile(rf"\s*\[\s*({DOTTED})\s*\]")
ARRAY_OF_TABLES = re.compile(rf"\s*\[\[\s*({DOTTED})\s*\]\]")
KEY = re.compile(rf"\s*({DOTTED})\s*=(.*)", re.DOTALL)
# One step through a value: a string as a whole, the opening of a long one, a comment, a bracket.
STEP = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|\#.*|[\[\]{}]""")


@dataclass
class _Scan:
    lines: dict[Path, int] = field(default_factory=dict)
    table: Path = ()
    counts: dict[Path, int] = field(default_factory=dict)
    depth: int = 0
    quote: str = ""

    def inside_value(self) -> bool:
        return bool(self.quote) or self.depth > 0

    def consume(self, text: str) -> None:
        """Follow a value to the line's end: is an array or a long string still open?"""
        while text:
            if self.quote:
                _, found, text = text.partition(self.quote)
                self.quote = "" if found else self.quote
                continue
            step = STEP.search(text)
            if step is None:
                return
            text = text[step.end() :]
            self._open_or_close(step.group())

    def _open_or_close(self, step: str) -> None:
        if step in {'"""', "'''"}:
            self.quote = step
        elif step in "[{":
            self.depth += 1
        elif step in "]}":
            self.depth -= 1

    def open_table(self, path: Path, number: int) -> None:
        self.table = self._indexed(path)
        self.lines.setdefault(self.table, number)

    def open_array_table(self, path: Path, number: int) -> None:
        path = self._indexed(path[:-1]) + path[-1:]
        self.lines.setdefault(path, number)
        self.table = (*path, self.counts.get(path, 0))
        self.counts[path] = self.counts.get(path, 0) + 1
        self.lines[self.table] = number

    def _indexed(self, path: Path) -> Path:
        """A path below an array of tables belongs to the array's last table."""
        result: Path = ()
        for part in path:
            result = (*result, part)
            if result in self.counts:
                result = (*result, self.counts[result] - 1)
        return result


def key_lines(text: str) -> dict[Path, int]:
    """Line numbers by path, from 1; entries of an array of tables by their index."""
    scan = _Scan()
    for number, line in enumerate(text.splitlines(), start=1):
        if scan.inside_value():
            scan.consume(line)
        elif match := ARRAY_OF_TABLES.match(line):
            scan.open_array_table(_parts(match[1]), number)
        elif match := TABLE.match(line):
            scan.open_table(_parts(match[1]), number)
        elif match := KEY.match(line):
            scan.lines.setdefault(scan.table + _parts(match[1]), number)
            scan.consume(match[2])
    return scan.lines


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """The key's line, or that of the nearest table above it; 1 for what belongs to no table."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(PART, dotted))
