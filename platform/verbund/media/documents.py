"""What a file must be to be kept: its content is of the kind that its name says."""

import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from verbund.media.pictures import too_large

BEGINNING = 4096
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
# The part that each kind of Office file must have.
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN_OFFICE = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
MACROS = ("vbaproject.bin", "basic/", "scripts/")
MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<body", b"<iframe")


def check_document(file: Any) -> None:
    """:raises ValidationError: in words for her who chose the file."""
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        raise too_large(file.size, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    ending = PurePath(file.name).suffix.lower().removeprefix(".")
    if ending not in KINDS:
        text = _("Files of the kind “%(ending)s” can't be kept here. Possible are %(kinds)s.")
        words = {"ending": ending, "kinds": ", ".join(sorted(KINDS))}
        raise ValidationError(text % words, code="invalid_extension")
    file.seek(0)
    try:
        fits = KINDS[ending](file)
    finally:
        file.seek(0)
    if not fits:
        text = _(
            "The content of this file is not what “.%(ending)s” in its name says, or it holds "
            "macros. Save it anew in its program, or as a PDF."
        )
        raise ValidationError(text % {"ending": ending}, code="invalid_content")


def _is_pdf(file: Any) -> bool:
    return b"%PDF-" in file.read(1024)


def _is_rtf(file: Any) -> bool:
    return bool(file.read(5) == b"{\\rtf")


def _is_text(file: Any) -> bool:
    beginning = file.read(BEGINNING)
    wide = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    bare = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return (wide or b"\0" not in beginning) and not bare.startswith(MARKUP)


def _is_calendar(file: Any) -> bool:
    return _is_text(file) and _begins(file, b"BEGIN:VCALENDAR")


def _begins(file: Any, text: bytes) -> bool:
    file.seek(0)
    return bool(file.read(BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(text))


def _is_zip(file: Any) -> bool:
    return _names(file) is not None


def _names(file: Any) -> list[str] | None:
    try:
        with zipfile.ZipFile(file) as packed:
            return [name.lower() for name in packed.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None


def _is_office(part: str) -> Callable[[Any], bool]:
    def check(file: Any) -> bool:
        names = _names(file)
        return names is not None and part in names and not _has_macros(names)

    return check


def _is_open_office(kind: str) -> Callable[[Any], bool]:
    wanted = f"{OPEN_DOCUMENT}{kind}".encode()

    def check(file: Any) -> bool:
        names = _names(file)
        if names is None or "mimetype" not in names or _has_macros(names):
            return False
        with zipfile.ZipFile(file) as packed, packed.open("mimetype") as said:
            return said.read(len(wanted) + 1).strip() == wanted

    return check


def _has_macros(names: list[str]) -> bool:
    return any(name.endswith(MACROS[0]) or name.startswith(MACROS[1:]) for name in names)


KINDS: dict[str, Callable[[Any], bool]] = {
    "csv": _is_text,
    "ics": _is_calendar,
    "pdf": _is_pdf,
    "rtf": _is_rtf,
    "txt": _is_text,
    "zip": _is_zip,
    **{ending: _is_office(part) for ending, part in OFFICE.items()},
    **{ending: _is_open_office(kind) for ending, kind in OPEN_OFFICE.items()},
}
"""Ending → whether a file's content is of its kind; the endings of WAGTAILDOCS_EXTENSIONS."""
