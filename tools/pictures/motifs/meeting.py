"""People who meet: tables, talks, feasts."""

import math
from random import Random

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
    n,
    path,
    poly,
    rect,
)


@motif
def runde(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    cx, cy, R = 300 + r.randint(-70, 70), 210 + r.randint(-20, 30), r.randint(112, 140)
    k, o = r.choice([9, 10, 11, 12]), [rect(0, 0, W, H, bg)]
    ph = r.random()
    for i in range(k):
        t = 2 * math.pi * (i + ph) / k
        x, y = cx + (R + 62) * math.cos(t), cy + (R + 62) * math.sin(t)
        o.append(circ(x, y, 40, [a, b2, c, p["spot"]][(i * 7 + r.randint(0, 1)) % 4]))
        o.append(
            circ(x - 9 * math.cos(t), y - 9 * math.sin(t), 19, p["paper"] if i % 3 else p["dark"])
        )
    o.append(circ(cx, cy, R, p["paper"] if bg != p["paper"] else p["soft"]))
    for i in range(k):
        t = 2 * math.pi * (i + ph) / k
        if r.random() < 0.7:
            sheet = rect(-16, -11, 32, 22, [p["soft"], p["hi2"], p["mid"]][i % 3])
            x, y = cx + R * 0.72 * math.cos(t), cy + R * 0.72 * math.sin(t)
            turn = math.degrees(t) + 90
            o.append(group([sheet], transform=f"translate({n(x)} {n(y)}) rotate({n(turn)})"))
    o += [circ(cx, cy, 26, p["main"]), circ(cx, cy, 12, p["hi"])]
    return o


@motif
def gespraech(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, cols = [rect(0, 0, W, H, bg)], [a, b2, c, p["spot"]]
    boxes = [(30, 34, 290, 128), (250, 140, 320, 116), (60, 246, 300, 116)]
    for i, (left, y, w, h) in enumerate(boxes):
        x = left + r.randint(-14, 14)
        col = cols[(i + r.randint(0, 1)) % 4]
        if col == bg:
            col = p["mid"]
        right = (i + r.randint(0, 1)) % 2
        tx = x + (w - 60 if right else 40)
        o += [
            rect(x, y, w, h, col, rx=8),
            poly(
                [(tx, y + h - 2), (tx + 34, y + h - 2), (tx + (30 if right else 4), y + h + 34)],
                col,
            ),
        ]
        m = p["paper"] if col in (p["main"], p["dark"], p["mid"], p["spot"]) else p["dark"]
        for j in range(3):
            lw = (w - 56) * r.choice([1, 0.85, 0.6, 0.4])
            o.append(rect(x + 28 if not right else x + w - 28 - lw, y + 26 + j * 28, lw, 11, m))
    return o


@motif
def plaetze(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, gap = [rect(0, 0, W, H, bg)], r.choice([3, 4])
    o.append(rect(150, -20, 300, 62, c))
    o.append(rect(180, 52, 240, 7, b2))
    for y in range(5):
        for x in range(11):
            if x in (gap, 7 + (gap == 3)):
                continue
            px, py = 34 + x * 50, 92 + y * 62
            col = r.choice([a, a, a, b2, p["spot"] if r.random() < 0.4 else a])
            o += [rect(px, py, 36, 32, col, rx=5), rect(px, py + 36, 36, 8, col, rx=4)]
    return o


@motif
def zelt(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, k = [rect(0, 0, W, H, bg), rect(0, 350, W, 50, b2)], r.choice([8, 10])
    x0, w = 80, 440
    s1, s2 = (p["main"], p["paper"]) if bg != p["paper"] else (p["main"], p["hi"])
    s = w / k
    for i in range(k):
        col = s1 if i % 2 else s2
        o.append(poly([(300, 52), (300, 52), (x0 + i * s, 164), (x0 + (i + 1) * s, 164)], col))
        o.append(
            path(f"M{n(x0 + i * s)} 164h{n(s)}v26a{n(s / 2)} {n(s / 2)} 0 0 1 -{n(s)} 0z", col)
        )
    for x in (x0 + 10, x0 + w - 18):
        o.append(rect(x, 190, 8, 164, p["dark"] if bg != p["dark"] else p["soft"]))
    o += [rect(150, 282, 300, 12, c), rect(164, 294, 272, 56, a)] + [
        circ(180 + i * 34, 270, 12, [p["spot"], p["hi2"], p["mid"]][(i + r.randint(0, 2)) % 3])
        for i in range(8)
    ]
    o.append(circ(300, 46, 9, p["spot"]))
    return o


@motif
def wimpel(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, cols = [rect(0, 0, W, H, bg)], [a, b2, c, p["spot"], p["hi2"]]
    for row in range(4):
        y1, y2, sag = (
            24 + row * 92 + r.randint(-14, 14),
            24 + row * 92 + r.randint(-30, 30),
            r.randint(26, 54),
        )
        k = r.choice([8, 9, 10])

        def f(t: float, y1: int = y1, y2: int = y2, sag: int = sag) -> Point:
            return W * t, y1 + (y2 - y1) * t + sag * 4 * t * (1 - t)

        o.append(
            path(
                "M" + "L".join(f"{n(f(i / 20)[0])} {n(f(i / 20)[1])}" for i in range(21)),
                stroke=a,
                stroke_width="3",
            )
        )
        for i in range(k):
            (ax, ay), (bx, by) = f((i + 0.12) / k), f((i + 0.88) / k)
            o.append(
                poly(
                    [(ax, ay), (bx, by), ((ax + bx) / 2, (ay + by) / 2 + 62)],
                    cols[(i + row * 2) % 5],
                )
            )
    return o


@motif
def tische(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg), rect(0, 352, W, 48, b2)]
    cols = (
        [p["main"], p["paper"], p["spot"], p["hi"]]
        if bg != p["hi"]
        else [p["main"], p["paper"], p["spot"], p["dark"]]
    )
    for i, x in enumerate((60, 240, 420)):
        col = cols[(i + r.randint(0, 1)) % 4]
        col = col if col != bg else p["mid"]
        y = 120 + (i % 2) * 30
        o += [
            rect(x, y, 132, 14, p["dark"] if bg != p["dark"] else p["soft"], rx=4),
            poly(
                [
                    (x + 6, y + 14),
                    (x + 126, y + 14),
                    (x + 84, y + 118),
                    (x + 92, 360),
                    (x + 40, 360),
                    (x + 48, y + 118),
                ],
                col,
            ),
            circ(x + 40, y - 14, 14, c),
            rect(x + 78, y - 36, 20, 36, a if a != bg else p["spot"]),
        ]
    return o
