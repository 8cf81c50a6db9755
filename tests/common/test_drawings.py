"""A drawing is served from the site's own origin: only what draws is left of it."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbund.common.drawings import MOST_BYTES, MOST_USES, UnsafeDrawing, clean_svg

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def cleaned(inside: str, attributes: str = "") -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} {attributes}>{inside}</svg>'
    text = clean_svg(svg.encode()).decode()
    return text.removeprefix("<?xml version='1.0' encoding='utf-8'?>\n")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="https://boese.example/x.js"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>",
        '<image href="https://boese.example/zaehler.png"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://boese.example"/>',
        "<!-- bemerkung --><?xml-stylesheet href='https://boese.example/x.css'?>",
        "<metadata>Gezeichnet von A. B.</metadata>",
    ],
)
def test_what_acts_loads_or_tells_is_gone(inside: str) -> None:
    assert cleaned(f"<g>{inside}</g>") == '<svg xmlns="http://www.w3.org/2000/svg"><g /></svg>'


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'onclick="alert(1)"',
        'fill="url(https://boese.example/x)"',
        'fill="url( &quot;//boese.example/x&quot; )"',
        'fill="url(data:image/svg+xml;base64,AAAA)"',
        'clip-path="u\\72l(https://boese.example)"',
        'style="background:url(https://boese.example/x)"',
        'href="javascript:alert(1)"',
        'xlink:href="https://boese.example/#a"',
        'xml:base="https://boese.example/"',
    ],
)
def test_an_attribute_that_acts_or_loads_is_gone(attribute: str) -> None:
    found = cleaned(f'<path d="M0 0" {attribute}/>')

    assert found == '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" /></svg>'


def test_what_draws_stays() -> None:
    inside = (
        '<title>Haus</title><defs><linearGradient id="a"><stop offset="0" stop-color="#fff" />'
        '</linearGradient></defs><path d="M0 0h9" fill="url(#a)" stroke="#123" />'
        '<text x="1" y="2" font-size="3">Müller &amp; Söhne</text><use xlink:href="#a" />'
    )

    found = cleaned(inside, 'viewBox="0 0 9 9"')

    assert (
        found == f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 9 9">{inside}</svg>'
    )


def test_colours_that_a_program_wrote_as_style_stay() -> None:
    found = cleaned('<path style="fill:#a00; stroke : none;-inkscape-x:1" d="M0 0"/>')

    assert 'fill="#a00"' in found
    assert 'stroke="none"' in found
    assert "inkscape" not in found
    assert "style" not in found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<svg", "can't be read"),
        (b"", "can't be read"),
        (b"\xff\xfe<", "can't be read"),
        (b"<html><body/></html>", "is no SVG"),
        (b'<svg xmlns="http://example.org/other"/>', "is no SVG"),
        (
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "read",
        ),
        (
            b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            b'<svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "can't be read",
        ),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style></svg>',
            "style sheet",
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg">' + b" " * MOST_BYTES + b"</svg>", "bytes"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g/>" * 5001 + b"</svg>", "too many"),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<use/>" * (MOST_USES + 1) + b"</svg>",
            "too many",
        ),
    ],
)
def test_what_can_not_be_cleaned_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnsafeDrawing, match=reason):
        clean_svg(data)


def test_a_deep_drawing_ends_in_an_answer() -> None:
    deep = '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 4000 + "</g>" * 4000 + "</svg>"

    with pytest.raises(UnsafeDrawing, match="nested"):
        clean_svg(deep.encode())


@given(data=st.binary(max_size=300))
def test_whatever_is_uploaded_is_cleaned_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnsafeDrawing):
        assert clean_svg(data).startswith(b"<?xml")
