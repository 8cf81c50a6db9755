"""The one place that reads XLSX: values, days as days, and formulas that were never worked out."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # it has no types
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]  # no types

from plugins.members.domain.importing.rows import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_UNPACKED,
    FileRefused,
    Row,
    tidy,
)

_DAMAGED = (InvalidFileException, KeyError, ValueError, OSError, ParseError, zipfile.BadZipFile)


def letter_of_column(number: int) -> str:
    """1 → "A", 27 → "AA"."""
    return str(get_column_letter(number))


def rows_of_workbook(content: bytes) -> Iterator[Row]:
    """Of the first sheet that has something in it.

    :raises FileRefused: it is damaged, locked or too large.
    """
    _refuse_bombs(content)
    try:
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(content), read_only=True)
        for sheet in values.worksheets:
            rows = list(_of_sheet(sheet, formulas[sheet.title]))
            if rows:
                return iter(rows)
    except FileRefused:
        raise
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        OSError,
        ParseError,
        zipfile.BadZipFile,
    ) as error:
        raise _broken() from error
    return iter(())


def _of_sheet(sheet: Any, twin: Any) -> Iterator[Row]:
    """Row by row; the twin holds formulas where the sheet holds what they came to."""
    pairs = zip(
        sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 50, values_only=True),
        twin.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 50, values_only=True),
        strict=False,
    )
    for line, (values, written) in enumerate(pairs, 1):
        notes = [
            _("Cell %(cell)s has a formula that was never worked out: %(formula)s")
            % {"cell": f"{letter_of_column(at + 1)}{line}", "formula": formula[:80]}
            for at, (value, formula) in enumerate(zip(values, written, strict=False))
            if value is None and isinstance(formula, str) and formula.startswith("=")
        ]
        cells = [tidy(_said(value)) for value in values]
        if any(cells) or notes:
            yield Row(line, tuple(_filled(cells)), tuple(notes))


def _filled(cells: list[str]) -> list[str]:
    """Without what is empty at the end: a sheet may say that it is eighty columns wide."""
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _said(value: Any) -> str:
    """A cell as people read it: days without their midnight, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _refuse_bombs(content: bytes) -> None:
    """A small file may unpack to gigabytes; what it says of its size is looked at first."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise _broken() from error
    if size > MOST_UNPACKED:
        raise FileRefused(_("The file unpacks to more than 100 MB. Save the sheet alone."))


def _broken() -> FileRefused:
    return FileRefused(_("The file can't be opened: it is damaged, locked or no XLSX."))
