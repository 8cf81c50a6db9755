"""A file's content is of the kind that its name says."""

from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import override_settings

from tests.security import files
from verbund.media.documents import KINDS, check_document
from verbund.media.models import Document

XLSX = files.packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
ODS = files.packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
GOOD = [
    ("satzung.pdf", files.PDF),
    ("SATZUNG.PDF", b"\n\n" + files.PDF),
    ("protokoll.docx", files.DOCX),
    ("kosten.xlsx", XLSX),
    ("protokoll.odt", files.ODT),
    ("kosten.ods", ODS),
    ("liste.csv", "Name;Ort\nMüller;Köln\n".encode("cp1252")),
    ("liste.csv", "\ufeffName;Ort\n".encode()),
    ("notiz.txt", "Grüße".encode("utf-16")),
    ("brief.rtf", b"{\\rtf1 Hallo}"),
    ("termine.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ("alles.zip", files.packed({"a.txt": b"a"})),
]
BAD = [
    ("satzung.pdf", files.HTML),
    ("satzung.pdf", files.DOCX),
    ("protokoll.docx", files.PDF),
    ("protokoll.docx", XLSX),
    ("protokoll.docx", files.packed({"a.txt": b"a"})),
    ("protokoll.docx", files.DOCX_WITH_MACROS),
    ("protokoll.odt", ODS),
    ("protokoll.odt", files.packed({"mimetype": b"text/html"})),
    (
        "protokoll.odt",
        files.packed(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "Basic/script.xml": b"x"}
        ),
    ),
    ("liste.csv", b"MZ\x90\0\x03"),
    ("notiz.txt", files.HTML),
    ("notiz.txt", b"\xef\xbb\xbf  <SCRIPT>alert(1)</SCRIPT>"),
    ("notiz.txt", files.SVG_WITH_SCRIPT),
    ("termine.ics", b"nur Text"),
    ("brief.rtf", b"Hallo"),
    ("alles.zip", b"PK\x03\x04 und nichts weiter"),
]


@pytest.mark.parametrize(("name", "content"), GOOD)
def test_a_file_of_its_kind_is_kept(in_dortmund, name: str, content: bytes) -> None:
    document = Document.objects.create(title="Datei", file=ContentFile(content, name))

    file: Any = document.file
    with file.open("rb") as kept:
        assert kept.read() == content


@pytest.mark.parametrize(("name", "content"), BAD)
def test_a_file_of_another_kind_is_refused(in_dortmund, name: str, content: bytes) -> None:
    with pytest.raises(ValidationError) as refusal:
        Document.objects.create(title="Datei", file=ContentFile(content, name))

    assert refusal.value.code == "invalid_content"
    assert Document.objects.count() == 0


@pytest.mark.parametrize("name", ["lader.exe", "seite.html", "bild.svg", "ohne", "makro.docm"])
def test_other_kinds_are_not_taken_at_all(name: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(files.PDF, name))

    assert refusal.value.code == "invalid_extension"
    assert "csv, docx, ics" in refusal.value.message


def test_there_is_a_check_for_each_kind_that_settings_name() -> None:
    assert sorted(KINDS) == sorted(settings.WAGTAILDOCS_EXTENSIONS)


@override_settings(WAGTAILDOCS_MAX_UPLOAD_SIZE=10)
def test_a_file_that_is_too_large_is_named_with_its_size() -> None:
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(files.PDF, "satzung.pdf"))

    assert refusal.value.code == "file_too_large"


def test_saving_the_title_reads_no_file(in_dortmund) -> None:
    document = Document.objects.create(title="Alt", file=ContentFile(files.PDF, "satzung.pdf"))
    file: Any = document.file
    file.storage.delete(file.name)

    document.title = "Neu"
    document.save()

    assert Document.objects.get().title == "Neu"
