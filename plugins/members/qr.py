"""Addresses as drawings that a phone reads."""

from io import BytesIO

import segno


def qr_svg(url: str) -> bytes:
    """Black on white whatever the page's colours are: a camera has to read it."""
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True
    )
    return out.getvalue()
