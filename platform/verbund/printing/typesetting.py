"""From a typst template and plain data to PDF/UA: no system font, no file outside, no network."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst
from django.utils import timezone

from verbund.printing.coverage import FONTS, printed
from verbund.printing.look import look_of
from verbund.tenancy.context import current_tenant

HOUSE = Path(__file__).resolve().parent / "house.typ"
STANDARD: Literal["ua-1"] = "ua-1"


class PrintingError(RuntimeError):
    """The template or its data are wrong; the message is typst's."""


def typeset(
    template: Path,
    data: Mapping[str, Any],
    *,
    title: str,
    language: str,
    moment: dt.datetime | None = None,
) -> bytes:
    """The document as PDF/UA-1 in the look of the current tenant.

    The template imports `house.typ` and calls `#show: house`; its data are in `data`. All texts
    lose letters that no packed font has.
    :raises PrintingError: typst refuses it.
    """
    whole = {
        "title": title,
        "language": language.partition("-")[0],
        "look": look_of(current_tenant()),
        "data": data,
    }
    text = json.dumps(_printed(whole), ensure_ascii=False)
    with TemporaryDirectory(prefix="verbund-print-") as folder:
        root = Path(folder)
        copyfile(template, root / "main.typ")
        copyfile(HOUSE, root / HOUSE.name)
        try:
            pdf = typst.compile(
                root / "main.typ",
                root=root,
                font_paths=[FONTS],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"document": text},
                pdf_standards=STANDARD,
                timestamp=(moment or timezone.now()).replace(microsecond=0),
            )
        except typst.TypstError as error:
            raise PrintingError(f"{template.name}: {error}") from error
    assert isinstance(pdf, bytes)
    return pdf


def _printed(value: Any) -> Any:
    """All texts inside, with those letters alone that can be printed."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, Mapping):
        return {key: _printed(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printed(one) for one in value]
    return value
