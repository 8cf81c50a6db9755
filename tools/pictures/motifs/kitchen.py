"""What is cooked and eaten together."""

from random import Random

from tools.pictures.motifs.registry import motif
from tools.pictures.words import (
    Drawing,
    H,
    Palette,
    W,
    circ,
    grounds,
    group,
    line,
    path,
    rect,
    ring,
)


@motif
def geschirr(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg)]
    off = r.choice([0, 60])
    for y in range(3):
        for x in range(4):
            px, py = 60 + x * 160 + (off if y % 2 else 0) - 30, 66 + y * 136
            rim = [p["paper"], a, p["soft"], b2][(x + 2 * y) % 4]
            o += [
                circ(px, py, 58, rim if rim != bg else p["mid"]),
                ring(px, py, 40, p["dark"] if rim in (p["paper"], p["soft"]) else p["paper"], 3),
            ]
            if r.random() < 0.4:
                o += [circ(px, py, 28, c), circ(px, py, 20, p["spot"])]
            o += [rect(px + 68, py - 44, 5, 88, p["paper"] if bg == p["dark"] else p["dark"], rx=2)]
    return o


@motif
def topf(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    pot = p["main"] if bg != p["main"] else p["dark"]
    o = [rect(0, 0, W, H, bg)] + [
        path(f"M{x} 130c-30 -34 30 -50 0 -90", stroke=b2, stroke_width="12", stroke_linecap="round")
        for x in (230, 300, 370)
    ]
    o += [
        rect(0, 340, W, 60, c),
        path("M150 170h300v110a60 60 0 0 1 -60 60h-180a60 60 0 0 1 -60 -60z", pot),
        rect(134, 156, 332, 24, p["spot"], rx=8),
        rect(96, 200, 54, 20, pot, rx=8),
        rect(450, 200, 54, 20, pot, rx=8),
    ]
    for i in range(6):
        o.append(
            circ(186 + i * 46, 250, 15, [p["hi"], p["soft"], p["paper"]][(i + r.randint(0, 2)) % 3])
        )
    return o


@motif
def kueche(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [
        rect(0, 0, W, H, bg),
        rect(0, 262, W, 138, p["main"] if bg != p["main"] else p["dark"]),
        rect(0, 250, W, 16, p["paper"]),
    ]
    o += [rect(16 + i * 146, 286, 130, 114, p["mid"]) for i in range(4)] + [
        rect(70 + i * 146, 300, 24, 6, p["paper"]) for i in range(4)
    ]
    o += [line(0, 66, W, 66, b2, 8)] + [
        group(
            [
                rect(-3, 0, 6, 40, a if a != bg else p["spot"]),
                circ(
                    0,
                    66,
                    30,
                    [a, c, p["spot"]][i % 3] if [a, c, p["spot"]][i % 3] != bg else p["mid"],
                ),
            ],
            transform=f"translate({60 + i * 80} 66)",
        )
        for i in range(4)
    ]
    o += [
        rect(420, 190, 120, 60, p["spot"], rx=6),
        rect(410, 180, 140, 14, p["dark"] if bg != p["dark"] else p["soft"], rx=4),
        path("M80 250v-60a46 46 0 0 1 92 0v60z", c),
    ]
    return o
