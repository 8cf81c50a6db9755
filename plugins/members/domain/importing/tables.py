"""Reads the files of offices, CSV in any of their manners and XLSX, into plain rows of text."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from django.utils.translation import gettext as _

from plugins.members.domain.importing.rows import (
    LOST,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    FileRefused,
    Row,
    Table,
    tidy,
)
from plugins.members.domain.importing.workbooks import letter_of_column, rows_of_workbook

DELIMITERS = (";", ",", "\t", "|")
# UTF-8 that was once read as Windows-1252: "MÃ¼nster".
_TWICE = ("Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ", "Ã©")


def read_table(name: str, content: bytes) -> Table:
    """The rows of a file, all cells as text; empty rows are left out.

    :raises FileRefused: with a sentence for people.
    """
    if not content:
        raise FileRefused(_("The file is empty."))
    if len(content) > MOST_BYTES:
        raise FileRefused(_("The file has more than 10 MB. Save the sheet without pictures."))
    rows = list(_rows_of(name, content))
    if not rows:
        raise FileRefused(_("There is no row in this file that has something in it."))
    return _with_headers(rows)


def _rows_of(name: str, content: bytes) -> Iterator[Row]:
    ending = PurePath(name).suffix.lower()
    if ending == ".xlsx" or content[:2] == b"PK":
        return _limited(rows_of_workbook(content))
    if (
        ending in (".xls", ".ods", ".pdf", ".doc", ".docx", ".numbers")
        or content[:4] == b"\xd0\xcf\x11\xe0"
    ):
        text = _("“%(name)s” is no table that can be read. Save it as XLSX or CSV and try again.")
        raise FileRefused(text % {"name": name})
    return _limited(_of_text(_decoded(content)))


def _limited(rows: Iterable[Row]) -> Iterator[Row]:
    count = 0
    for row in rows:
        if not any(row.cells):
            continue
        count += 1
        if count > MOST_ROWS + 1:
            text = _("The file has more than %(count)d rows. Split it and import the parts.")
            raise FileRefused(text % {"count": MOST_ROWS})
        yield row


def _with_headers(rows: list[Row]) -> Table:
    """The first upper row with the most cells filled: lists often begin with a title."""
    place = max(range(min(len(rows), 10)), key=lambda at: (_filled(rows[at]), -at))
    first = next(
        (at for at in range(place) if _filled(rows[at]) >= _filled(rows[place]) - 1), place
    )
    if _filled(rows[first]) < 2 <= _filled(rows[place]):
        first = place
    width = max(len(row.cells) for row in rows[first:])
    headers = [*rows[first].cells, *[""] * (width - len(rows[first].cells))]
    named = tuple(
        head or _("Column %(letter)s") % {"letter": letter_of_column(at + 1)}
        for at, head in enumerate(headers)
    )
    padded = (
        Row(row.line, (*row.cells, *[""] * (width - len(row.cells))), row.notes)
        for row in rows[first + 1 :]
    )
    return Table(named, tuple(padded))


def _filled(row: Row) -> int:
    return sum(bool(cell) for cell in row.cells)


def _decoded(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or what Windows in the west wrote."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _mended(_without_binary(text))
    raise FileRefused(_("The letters of this file can't be read. Save it as “CSV UTF-8” or XLSX."))


def _without_binary(text: str) -> str:
    if "\x00" in text:
        raise FileRefused(_("This is no CSV: save the table as XLSX or CSV and try again."))
    return text


def _mended(text: str) -> str:
    """“MÃ¼nster” → “Münster”, where all of the text was read wrongly once."""
    if not any(mark in text for mark in _TWICE):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _of_text(text: str) -> Iterator[Row]:
    named = text[:10].lower().startswith("sep=")
    delimiter = text[4] if named else _delimiter_of(text)
    body = text.partition("\n")[2] if named else text
    reader = csv.reader(io.StringIO(body), delimiter=delimiter)
    csv.field_size_limit(MOST_BYTES)
    before = 1 if named else 0
    try:
        while True:
            line = reader.line_num + 1 + before
            cells = next(reader, None)
            if cells is None:
                return
            yield _row(line, cells)
    except csv.Error as error:
        said = _("Line %(line)d can't be read: a quotation mark seems to be missing there.")
        raise FileRefused(said % {"line": reader.line_num + before}) from error


def _row(line: int, cells: list[str]) -> Row:
    tidied = tuple(tidy(cell) for cell in cells[:MOST_COLUMNS])
    lost = [cell for cell in tidied if LOST in cell]
    said = _("“%(value)s” has letters that were lost before. Please correct them.")
    return Row(line, tidied, tuple(said % {"value": cell} for cell in lost))


def _delimiter_of(text: str) -> str:
    """That which gives the most columns in most of the first lines."""
    sample = text[:20_000]

    def columns(delimiter: str) -> int:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row]
        return sorted(widths)[len(widths) // 2] if widths else 0

    return max(DELIMITERS, key=columns)
