"""Signs of associations: one figure in the middle, so that a square of it says all."""

import math
from random import Random

from tools.pictures.motifs.registry import motif
from tools.pictures.words import Drawing, H, Palette, W, circ, group, n, path, poly, rect, ring

CX, CY = W / 2, H / 2


@motif
def zeichen(p: Palette, r: Random) -> Drawing:
    bg, *colours = _colours(p, r)
    figure = r.choice(_FIGURES)
    return [rect(0, 0, W, H, bg), *_frame(colours[0], r), *figure(colours, r)]


def _colours(p: Palette, r: Random) -> list[str]:
    """A ground, and three colours that stand out from it."""
    light = [p["paper"], p["pale"], p["soft"], p["hi2"]]
    dark = [p["dark"], p["main"], p["spot"], p["mid"]]
    ground, others = (light, dark) if r.random() < 0.6 else (dark, light)
    bg = r.choice(ground)
    found = r.sample(others, 2)
    return [bg, *found, p["hi"] if bg != p["hi"] else p["spot"]]


def _frame(colour: str, r: Random) -> Drawing:
    kind = r.randint(0, 3)
    if kind == 0:
        return [ring(CX, CY, 176, colour, 12)]
    if kind == 1:
        return [rect(CX - 172, CY - 172, 344, 344, "none", stroke=colour, stroke_width=12)]
    if kind == 2:
        return [circ(CX, CY, 180, colour, opacity="0.14")]
    return []


def _turned(piece: str, steps: int, phase: float = 0) -> Drawing:
    return [
        group([piece], transform=f"rotate({n(phase + 360 * i / steps)} {n(CX)} {n(CY)})")
        for i in range(steps)
    ]


def _petals(colours: list[str], r: Random) -> Drawing:
    steps = r.choice([5, 6, 7, 8])
    length, width = r.randint(96, 128), r.randint(26, 40)
    petal = path(
        f"M{n(CX)} {n(CY)}q{width} {-length / 2} 0 {-length}q{-width} {length / 2} 0 {length}z",
        colours[0],
    )
    return [*_turned(petal, steps, r.randint(0, 40)), circ(CX, CY, r.randint(16, 28), colours[2])]


def _people(colours: list[str], r: Random) -> Drawing:
    """Heads around a table."""
    steps, radius = r.choice([4, 5, 6]), r.randint(96, 116)
    out: Drawing = [circ(CX, CY, r.randint(38, 52), colours[2])]
    for i in range(steps):
        angle = 2 * math.pi * i / steps - math.pi / 2
        x, y = CX + radius * math.cos(angle), CY + radius * math.sin(angle)
        out += [circ(x, y, 34, colours[i % 2]), circ(x, y, 13, colours[2])]
    return out


def _bridge(colours: list[str], r: Random) -> Drawing:
    rise = r.randint(80, 120)
    left, peak, right = (CX - 140, CY + 50), (CX, CY + 50 - 2 * rise), (CX + 140, CY + 50)
    out = [
        path(
            "M{} {}Q{} {} {} {}".format(*map(n, (*left, *peak, *right))),
            stroke=colours[0],
            stroke_width=22,
            stroke_linecap="round",
        ),
        rect(CX - 150, CY + 44, 300, 20, colours[1]),
    ]
    for x in range(-90, 91, 45):
        top = CY + 44 - rise * (1 - (x / 140) ** 2)
        out.append(rect(CX + x - 5, top, 10, CY + 44 - top, colours[0]))
    return [*out, circ(CX + r.choice([-70, 0, 70]), CY - 90, 24, colours[2])]


def _star(colours: list[str], r: Random) -> Drawing:
    points, outer, inner = r.choice([8, 10, 12]), r.randint(110, 136), r.randint(54, 74)

    def star(scale: float, colour: str) -> str:
        corners = []
        for i in range(2 * points):
            radius = (outer if i % 2 == 0 else inner) * scale
            angle = math.pi * i / points - math.pi / 2
            corners.append((CX + radius * math.cos(angle), CY + radius * math.sin(angle)))
        return poly(corners, colour)

    return [star(1, colours[0]), star(0.62, colours[1]), circ(CX, CY, 22, colours[2])]


def _house(colours: list[str], r: Random) -> Drawing:
    roof = r.randint(90, 120)
    top = CY - roof
    out = [
        poly([(CX - 130, CY - 6), (CX, top), (CX + 130, CY - 6)], colours[0]),
        rect(CX - 100, CY - 6, 200, 116, colours[1]),
    ]
    for i in range(r.choice([2, 3])):
        out.append(rect(CX - 78 + i * 60, CY + 22, 36, 44, colours[2]))
    return [*out, circ(CX, top + roof * 0.62, 16, colours[2])]


def _waves(colours: list[str], r: Random) -> Drawing:
    count, step = r.choice([3, 4]), r.randint(40, 52)
    out: Drawing = [circ(CX + r.choice([-50, 0, 50]), CY - 60, 50, colours[2])]
    for i in range(count):
        y = CY - 10 + i * step * 0.8
        d = f"M{n(CX - 140)} {n(y)}" + "".join(
            f"q35 {n(-32 if j % 2 == 0 else 32)} 70 0" for j in range(4)
        )
        colour = colours[i % 2]
        out.append(path(d, stroke=colour, stroke_width=18, stroke_linecap="round"))
    return out


def _weave(colours: list[str], r: Random) -> Drawing:
    size, cells = 44, 6
    start = cells * size / 2
    out = []
    for row in range(cells):
        for column in range(cells):
            if abs(row - 2.5) + abs(column - 2.5) > r.choice([3.5, 4.5]):
                continue
            colour = colours[(row + column + r.randint(0, 1)) % 3]
            x, y = CX - start + column * size, CY - start + row * size
            out.append(rect(x + 3, y + 3, size - 6, size - 6, colour))
    return out


def _tree(colours: list[str], r: Random) -> Drawing:
    out = [rect(CX - 12, CY - 10, 24, 140, colours[1])]
    for _ in range(r.randint(9, 13)):
        angle, radius = r.uniform(math.pi, 2 * math.pi), r.uniform(20, 110)
        x, y = CX + radius * math.cos(angle) * 1.1, CY - 10 + radius * math.sin(angle) * 0.9
        out.append(circ(x, y, r.randint(20, 34), r.choice([colours[0], colours[0], colours[2]])))
    return out


_FIGURES = (_petals, _people, _bridge, _star, _house, _waves, _weave, _tree)
