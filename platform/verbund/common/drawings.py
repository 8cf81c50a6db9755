"""Cleans an SVG by allow-list: shapes, colours and text stay, whatever can act or load goes.

A drawing is served from the site's own origin. A blocklist of dangers would be as old as its last
line; here only what draws is known by name. nh3 can't do this: it writes HTML, and does not look
into values such as ``fill="url(…)"``.
"""

import re
from xml.etree.ElementTree import Element, register_namespace, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
MOST_BYTES = 500_000
MOST_ELEMENTS = 5_000
DEEPEST = 40
# Each use may show a group that uses others: few of them can't grow without end.
MOST_USES = 20
ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse",
    "line", "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask", "pattern",
})  # fmt: skip
MULTIPLYING = {"use", "pattern", "mask"}
ATTRIBUTES = frozenset({
    "id", "class", "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy",
    "r", "rx", "ry", "fx", "fy", "d", "points", "transform", "preserveAspectRatio", "version",
    "offset", "role", "aria-label", "aria-hidden", "aria-labelledby", "gradientUnits",
    "gradientTransform", "spreadMethod", "patternUnits", "patternTransform",
    "patternContentUnits", "clipPathUnits", "maskUnits", "maskContentUnits", "dx", "dy", "rotate",
    "textLength", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "opacity", "color", "stop-color", "stop-opacity", "clip-path",
    "clip-rule", "mask", "display", "visibility", "vector-effect", "font-family", "font-size",
    "font-style", "font-weight", "letter-spacing", "text-anchor", "dominant-baseline",
})  # fmt: skip
OWN_PART = re.compile(r"#[\w.-]+")
# What a value may hold: no scheme, no escape, and url() of the drawing's own parts alone.
LOADS = re.compile(
    r"url\s*\((?!\s*[\"']?#[\w.-]+[\"']?\s*\))|[\\<>]|@|\w+script\s*:|data\s*:", re.I
)

register_namespace("", SVG)
register_namespace("xlink", XLINK)


class UnsafeDrawing(ValueError):
    """The file is no SVG, or holds what can't be taken out without spoiling it."""


def clean_svg(data: bytes) -> bytes:
    """The drawing without all that is not in the lists above.

    :raises UnsafeDrawing: no SVG, entities, too large, or drawn by style sheets that load.
    """
    if len(data) > MOST_BYTES:
        raise UnsafeDrawing(f"The drawing has {len(data)} bytes, {MOST_BYTES} are allowed.")
    root = _parsed(data)
    if root.tag != f"{{{SVG}}}svg":
        raise UnsafeDrawing("The file is no SVG.")
    _clean(root)
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    if len(names) > MOST_ELEMENTS or sum(name in MULTIPLYING for name in names) > MOST_USES:
        raise UnsafeDrawing("The drawing has too many parts.")
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _parsed(data: bytes) -> Element:
    try:
        return fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UnsafeDrawing(f"The drawing can't be read: {error}") from error


def _clean(root: Element) -> None:
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            raise UnsafeDrawing(f"The drawing is nested more than {DEEPEST} levels deep.")
        _style_to_attributes(element)
        for name in list(element.attrib):
            if not _keeps(name, element.attrib[name]):
                del element.attrib[name]
        _refuse_style(element)
        for child in list(element):
            if _is_known(child):
                waiting.append((child, depth + 1))
            else:
                element.remove(child)


def _style_to_attributes(element: Element) -> None:
    """What a program wrote as ``style="fill:red"`` means the same as ``fill="red"``."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in ATTRIBUTES:
            element.set(name.strip(), value.strip())


def _is_known(element: Element) -> bool:
    # Comments and processing instructions have a function where others have a name.
    if not isinstance(element.tag, str):
        return False
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    return namespace == SVG and name in ELEMENTS


def _keeps(name: str, value: str) -> bool:
    if name in {"href", f"{{{XLINK}}}href"}:
        return bool(OWN_PART.fullmatch(value.strip()))
    return name in ATTRIBUTES and not LOADS.search(value)


def _refuse_style(element: Element) -> None:
    """A drawing that is coloured by a style sheet would be black without it: say so."""
    for child in element:
        if isinstance(child.tag, str) and child.tag == f"{{{SVG}}}style":
            raise UnsafeDrawing(
                "The drawing has a style sheet. Export it with colours as attributes "
                "(“presentation attributes”)."
            )
