"""Houses, towers, bridges and the land around them."""

import math
from random import Random

from tools.pictures.motifs.cloth import waves
from tools.pictures.motifs.registry import motif
from tools.pictures.words import (
    Drawing,
    H,
    Palette,
    Point,
    W,
    circ,
    grounds,
    group,
    line,
    path,
    poly,
    rect,
    ring,
)


@motif
def haus(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg), circ(r.choice([90, 510]), 86, 44, c)]
    x = -20
    while x < W:
        w, h = r.choice([120, 150, 180]), r.randint(190, 320)
        col = r.choice(
            [
                p["main"],
                p["mid"],
                p["paper"],
                p["spot"],
                p["soft"],
                p["dark"] if bg != p["dark"] else p["main"],
            ]
        )
        y = H - h
        roof = r.choice("fgsg")
        if roof == "g":
            o.append(poly([(x, y), (x + w / 2, y - 56), (x + w, y)], col))
        if roof == "s":
            o.append(poly([(x, y), (x + w, y - 40), (x + w, y)], col))
        o.append(rect(x, y, w, h + 1, col))
        lit = p["hi"] if col not in (p["paper"], p["soft"]) else p["dark"]
        unlit = p["soft"] if col not in (p["paper"], p["soft"]) else p["mid"]
        cols, rows = w // 40, int(h // 56)
        for i in range(cols):
            for j in range(rows):
                o.append(
                    rect(
                        x + 12 + i * 40,
                        y + 18 + j * 54,
                        20,
                        30,
                        lit if r.random() < 0.45 else unlit,
                    )
                )
        x += w
    return o


@motif
def turm(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    x, o = r.choice([210, 290, 370]), [rect(0, 0, W, H, bg)]
    o.append(circ(x + r.choice([-120, 130]), 150, 92, c))
    o += [
        poly([(0, 400), (0, 330), (180, 290), (330, 345), (470, 300), (600, 340), (600, 400)], b2)
    ]
    T = 84
    legs = [(x - 20, T, x - 92, 400), (x + 20, T, x + 56, 400), (x + 20, T, x + 196, 400)]
    for q in legs:
        o.append(line(*q, a, 13))
    for i in range(7):
        t1, t2 = i / 7, (i + 1) / 7

        def L(t: float, x: int = x) -> Point:
            return x - 20 - 72 * t, T + 316 * t

        def R(t: float, x: int = x) -> Point:
            return x + 20 + 36 * t, T + 316 * t

        (lx, ly), (rx, ry) = L(t1), R(t2)
        o += [line(lx, ly, rx, ry, a, 5), line(*R(t1), *L(t2), a, 5), line(*L(t2), *R(t2), a, 4)]
    for wx in (x - 44, x + 44):
        o += [ring(wx, T - 10, 36, a, 9)] + [
            line(
                wx - 36 * math.cos(k * math.pi / 4),
                T - 10 - 36 * math.sin(k * math.pi / 4),
                wx + 36 * math.cos(k * math.pi / 4),
                T - 10 + 36 * math.sin(k * math.pi / 4),
                a,
                3,
            )
            for k in range(4)
        ]
    o.append(rect(x - 70, T + 22, 140, 12, a))
    return o


@motif
def bogen(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, base, k = [rect(0, 0, W, H, bg), circ(r.randint(140, 460), 130, 70, c)], 270, 12
    arch = [(W * i / k, base - 170 * math.sin(math.pi * i / k)) for i in range(k + 1)]
    for i in range(k):
        o.append(line(*arch[i], *arch[i + 1], a, 14))
        o.append(line(arch[i][0], arch[i][1], arch[i][0], base, a, 5))
        q = (arch[i], (arch[i + 1][0], base)) if i < k / 2 else (arch[i + 1], (arch[i][0], base))
        o.append(line(*q[0], *q[1], a, 4))
    o += [rect(0, base - 4, W, 18, a), rect(0, base + 40, W, 100, b2)]
    for i in range(9):
        o.append(
            rect(
                r.randint(-40, 560),
                base + 52 + i * 9,
                r.randint(50, 160),
                4,
                c if i % 3 else p["paper"],
            )
        )
    return o


@motif
def seile(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, px, base = [rect(0, 0, W, H, bg)], r.choice([170, 230, 400]), 276
    o.append(circ(px + r.choice([140, -110]), 128, 74, c))
    for i in range(1, 10):
        o += [
            line(px, 36 + i * 9, px - i * 48, base, a, 3),
            line(px, 36 + i * 9, px + i * 48, base, a, 3),
        ]
    o += [rect(px - 9, 24, 18, 300, a), rect(0, base, W, 14, a)]
    return o + waves(r, 312, [b2, c, p["main"] if bg != p["main"] else p["soft"]], 30)


@motif
def halde(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg), circ(r.randint(130, 470), r.randint(90, 140), r.randint(52, 84), c)]
    cols = (
        [p["soft"], p["mid"], p["main"], p["dark"]]
        if bg != p["dark"]
        else [p["main"], p["mid"], p["hi"], p["spot"]]
    )
    for i, col in enumerate(cols):
        pts, x = [(0, H)], -20
        while x < W + 80:
            pts.append((x, 170 + i * 58 + r.randint(-34, 26)))
            x += r.randint(80, 150)
        o.append(poly(pts + [(W + 80, H)], col))
    return o


@motif
def tuer(p: Palette, r: Random) -> Drawing:
    bg, b2 = p["main"], p["mid"]
    if r.random() < 0.5:
        bg = p["dark"]
    x, o = r.choice([190, 260, 320]), [rect(0, 0, W, H, bg), rect(0, 330, W, 70, b2)]
    o += [
        poly([(x, 330), (x + 130, 330), (x + 320, 400), (x - 60, 400)], p["hi2"]),
        rect(x, 60, 130, 270, p["hi"]),
        poly([(x + 130, 60), (x + 206, 36), (x + 206, 366), (x + 130, 330)], p["paper"]),
        circ(x + 194, 206, 7, p["spot"]),
    ]
    for i in range(3):
        o.append(rect(40 + i * 46 if x > 200 else 440 + i * 46, 96, 30, 44, p["soft"]))
    o.append(
        group(
            [
                circ(x + 62, 214, 22, p["dark"]),
                path(f"M{x + 24} 330v-52a38 38 0 0 1 76 0v52z", p["dark"]),
            ]
        )
    )
    return o
