"""North Rhine-Westphalia as a field of dots with a network's sites linked: drawn, never loaded."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Longitude and latitude of the outline, roughly, clockwise from the Lower Rhine.
OUTLINE = (
    (6.0, 51.85), (6.4, 51.83), (6.75, 51.9), (6.7, 52.05), (7.0, 52.23), (7.6, 52.47),
    (7.95, 52.33), (8.0, 52.12), (8.45, 52.2), (8.3, 52.45), (8.7, 52.53), (9.1, 52.5),
    (9.05, 52.2), (9.2, 51.97), (9.45, 51.85), (9.4, 51.65), (9.15, 51.45), (8.9, 51.36),
    (8.55, 51.25), (8.7, 51.1), (8.55, 51.0), (8.3, 50.87), (8.15, 50.7), (7.95, 50.83),
    (7.7, 50.8), (7.4, 50.73), (7.2, 50.63), (6.95, 50.57), (6.8, 50.37), (6.4, 50.33),
    (6.2, 50.5), (6.25, 50.63), (6.0, 50.75), (6.08, 50.9), (5.88, 51.03), (6.15, 51.17),
    (6.08, 51.25), (6.22, 51.4), (6.2, 51.5), (5.97, 51.75),
)  # fmt: skip
SIZE, SCALE = 440, 190
WEST, NORTH, EAST, SOUTH = 5.85, 52.56, 9.5, 50.3
LETTER, LINE, RADIUS = 9.4, 20, 11


@dataclass(frozen=True)
class Site:
    name: str
    x: float
    y: float
    on: bool


def _place(lon: float, lat: float) -> tuple[float, float]:
    return (lon - WEST) * SCALE * math.cos(math.radians(51.4)) + 4, (NORTH - lat) * SCALE + 4


def _inside(lon: float, lat: float) -> bool:
    hit = False
    for (x, y), (before_x, before_y) in zip(OUTLINE, OUTLINE[-1:] + OUTLINE[:-1], strict=True):
        crosses = (y > lat) != (before_y > lat)
        if crosses and lon < (before_x - x) * (lat - y) / (before_y - y) + x:
            hit = not hit
    return hit


@lru_cache(maxsize=1)
def _dots() -> str:
    found = []
    for row in range(int((NORTH - SOUTH) / 0.056)):
        lat = NORTH - 0.01 - row * 0.056
        for column in range(int((EAST - WEST) / 0.104) + 1):
            lon = WEST + column * 0.104 + (0.052 if row % 2 else 0)
            if _inside(lon, lat):
                x, y = _place(lon, lat)
                found.append(f"M{x:.0f} {y:.0f}h.01")
    return "".join(found)


Box = tuple[float, float, float, float]


def _overlaps(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _label_boxes(site: Site) -> list[Box]:
    """Where a name may stand, best first: right, left, below, above of its point."""
    width = len(site.name) * LETTER
    starts = [
        (site.x + 18, site.y - LINE / 2),
        (site.x - 18 - width, site.y - LINE / 2),
        (site.x - width / 3, site.y + 16),
        (site.x - width / 3, site.y - 16 - LINE),
    ]
    return [(x, y, x + width, y + LINE) for x, y in starts]


def _labels(sites: list[Site]) -> list[tuple[Site, Box]]:
    """A place for each name in which it hides no point and no other name."""
    taken = [(s.x - RADIUS, s.y - RADIUS, s.x + RADIUS, s.y + RADIUS) for s in sites]
    placed = []
    for site in sites:
        boxes = [box for box in _label_boxes(site) if box[0] >= 0 and box[2] <= SIZE]
        free = [box for box in boxes if not any(_overlaps(box, other) for other in taken)]
        box = (free or boxes or _label_boxes(site))[0]
        taken.append(box)
        placed.append((site, box))
    return placed


def _ring(sites: list[Site]) -> str:
    """Lines from site to site, round the middle of all, so that none cross."""
    if len(sites) < 2:
        return ""
    middle_x = sum(site.x for site in sites) / len(sites)
    middle_y = sum(site.y for site in sites) / len(sites)
    around = sorted(sites, key=lambda site: math.atan2(site.y - middle_y, site.x - middle_x))
    return "M" + "L".join(f"{site.x:.0f} {site.y:.0f}" for site in around) + "Z"


def draw(sites: Iterable[tuple[str, float, float, bool]], label: str) -> SafeString:
    """The map as SVG; each site is (name, longitude, latitude, whether it is filled)."""
    placed = [Site(name, *_place(lon, lat), on) for name, lon, lat, on in sites]
    points = format_html_join(
        "",
        '<circle class="p{}" cx="{}" cy="{}" r="{}"></circle>',
        ((" on" if s.on else "", round(s.x), round(s.y), RADIUS if s.on else 8) for s in placed),
    )
    names = format_html_join(
        "",
        '<text class="t" x="{}" y="{}">{}</text>',
        ((round(box[0]), round(box[1] + 15), site.name) for site, box in _labels(placed)),
    )
    return format_html(
        '<svg class="nrw" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path class="d" d="{2}"></path><path class="l" d="{3}"></path>{4}{5}</svg>',
        SIZE, label, _dots(), _ring(placed), points, names,
    )  # fmt: skip
