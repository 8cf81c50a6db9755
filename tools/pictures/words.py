"""The small words that drawings are made of: shapes as SVG text."""

from collections.abc import Sequence
from random import Random

Palette = dict[str, str]
Drawing = list[str]
Point = tuple[float, float]

W, H = 600, 400


def n(v: float) -> str:
    return f"{v:.1f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, w: float, h: float, fill: str, **kw: object) -> str:
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" fill="{fill}"{attrs(kw)}/>'


def circ(x: float, y: float, r: float, fill: str, **kw: object) -> str:
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="{fill}"{attrs(kw)}/>'


def line(  # noqa: PLR0917  # two points, a colour, a width: read in this order everywhere
    x1: float, y1: float, x2: float, y2: float, c: str, w: float, **kw: object
) -> str:
    stroke = f'stroke="{c}" stroke-width="{n(w)}" fill="none"'
    return f'<path d="M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}" {stroke}{attrs(kw)}/>'


def path(d: str, fill: str = "none", **kw: object) -> str:
    return f'<path d="{d}" fill="{fill}"{attrs(kw)}/>'


def poly(pts: Sequence[Point], fill: str, **kw: object) -> str:
    return path("M" + "L".join(f"{n(x)} {n(y)}" for x, y in pts) + "Z", fill, **kw)


def ring(x: float, y: float, r: float, c: str, w: float) -> str:
    return circ(x, y, r, "none", stroke=c, stroke_width=n(w))


def attrs(kw: dict[str, object]) -> str:
    return "".join(f' {k.replace("_", "-")}="{v}"' for k, v in kw.items())


def group(inner: Drawing, **kw: object) -> str:
    return f"<g{attrs(kw)}>{''.join(inner)}</g>"


def svg(w: int, h: int, body: Drawing, *, slice_: bool = False) -> str:
    par = ' preserveAspectRatio="xMidYMid slice"' if slice_ else ""
    size = f'viewBox="0 0 {w} {h}" width="{w}" height="{h}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}{par}>{"".join(body)}</svg>'


def grounds(p: Palette, r: Random) -> tuple[str, str, str, str]:
    """Three kinds of ground: dark, pale, highlight; returns (bg, fg, fg2, accent)."""
    k = r.random()
    if k < 0.42:
        return p["dark"], p["hi"], p["soft"], p["paper"]
    if k < 0.78:
        return p["pale"], p["main"], p["mid"], p["hi"]
    return p["hi"], p["dark"], p["main"], p["paper"]
