"""Sheets and labels as plain data, and the PDF/UA that is made of them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.utils.translation import gettext as _

from verbund.plugin import active_language, typeset

FOLDER = Path(__file__).parent
SHEET, LABELS = FOLDER / "sheet.typ", FOLDER / "labels.typ"
LABELS_A_SHEET = 24

Facts = Sequence[tuple[str, str]]
"""Labels and values; those without a value are left out."""


@dataclass(frozen=True)
class Table:
    """Columns as wide as ``widths`` say in proportion; those in ``numbers`` end at the right."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    widths: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    none: str = ""


@dataclass(frozen=True)
class Signature:
    """Signed on the screen (``name`` and ``when``), or a line to sign on paper."""

    label: str
    name: str = ""
    when: str = ""
    drawn: str = ""
    """The path of an SVG, 600 by 160."""


@dataclass(frozen=True)
class Sheet:
    heading: str
    facts: Facts
    tables: tuple[Table, ...]
    lead: str = ""
    after: Facts = ()
    text_title: str = ""
    text: str = ""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True)
class Label:
    """Stuck on a piece: what it is, its number, and an address as a code for a phone."""

    name: str
    code: str
    place: str
    target: str


def sheet_pdf(sheet: Sheet) -> bytes:
    data: dict[str, Any] = asdict(sheet) | {
        "footer": sheet.heading,
        "facts": _facts(sheet.facts),
        "after": _facts(sheet.after),
        "signatures": [asdict(one) | {"drawn": _drawing(one.drawn)} for one in sheet.signatures],
    }
    return typeset(SHEET, data, title=sheet.heading, language=active_language())


def labels_pdf(labels: Sequence[Label]) -> bytes:
    rows = [asdict(one) | {"qr": qr_svg(one.target)} for one in labels]
    heading = _("Labels")
    sheets = [rows[n : n + LABELS_A_SHEET] for n in range(0, len(rows), LABELS_A_SHEET)]
    data = {"heading": heading, "sheets": sheets}
    return typeset(LABELS, data, title=heading, language=active_language())


def qr_svg(text: str) -> str:
    """Black on white; level Q, since labels get scratched."""
    out = BytesIO()
    segno.make(text, error="q", micro=False).save(out, kind="svg", border=2, light="#fff")
    return out.getvalue().decode()


def _drawing(path: str) -> str:
    """The signature as a picture; empty where there is none."""
    if not path:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 160"><path fill="none" '
        f'stroke="#111" stroke-width="3" stroke-linecap="round" d="{path}"/></svg>'
    )


def _facts(facts: Facts) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for label, value in facts]
