"""Small real PDFs for downloads: one page of text, written without a library."""

import textwrap
import tomllib
from pathlib import Path

DOCUMENTS = tomllib.loads((Path(__file__).parent / "documents.toml").read_text(encoding="utf-8"))
FOOTER = "Demo-Dokument: Vereine, Personen und Zahlen sind erfunden."
LEFT, TOP, WIDTH = 70, 760, 78


def write_document(tenant: str, path: Path) -> None:
    text = DOCUMENTS[tenant][path.stem]
    path.write_bytes(pdf(text["title"], text["text"]))


def pdf(title: str, text: str) -> bytes:
    """An A4 page with a title, wrapped paragraphs and a footer, tagged as German."""
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) "
            b"/ViewerPreferences << /DisplayDocTitle true >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
            _stream(_page(title, text)),
            _font("Helvetica"),
            _font("Helvetica-Bold"),
            b"<< /Title (" + _escaped(title) + b") /Author (Verbund, Demo) >>",
        ]
    )


def _page(title: str, text: str) -> bytes:
    rows = [_row("F2", 18, LEFT, TOP, title)]
    y = TOP - 40
    for paragraph in text.strip().splitlines():
        for line in textwrap.wrap(paragraph, WIDTH) or [""]:
            rows.append(_row("F1", 11, LEFT, y, line))
            y -= 16
    rows.append(_row("F1", 9, LEFT, 50, FOOTER))
    return b"\n".join(rows)


def _row(font: str, size: int, x: int, y: int, text: str) -> bytes:
    return b"BT /%s %d Tf %d %d Td (%s) Tj ET" % (font.encode(), size, x, y, _escaped(text))


def _escaped(text: str) -> bytes:
    data = text.encode("cp1252", errors="replace")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return data


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: list[bytes]) -> bytes:
    """Objects, the table of their places, and the trailer that points to both."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)
