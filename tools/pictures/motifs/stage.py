"""What is lent for an event: sound, light, stage."""

import math
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
    poly,
    rect,
    ring,
)


@motif
def klang(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, x0 = [rect(0, 0, W, H, bg)], r.choice([70, 90, 330])
    cx = x0 + 90
    for i in range(9, 0, -1):
        o.append(ring(cx, 236, 60 + i * 42, a if i % 2 else b2, 14 if i % 3 else 5))
    o += [rect(x0, 60, 180, 310, p["dark"] if bg != p["dark"] else p["main"], rx=10)]
    for y, R in ((138, 46), (268, 72)):
        o += [
            circ(cx, y, R, p["paper"]),
            circ(cx, y, R * 0.72, p["mid"]),
            circ(cx, y, R * 0.3, p["dark"]),
        ]
    o.append(rect(0, 370, W, 30, c))
    return o


@motif
def mikro(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg)]
    for i in range(6):
        o.append(line(0, 50 + i * 62, W, 20 + i * 62 + r.randint(-20, 60), b2, 3))
    rot = r.choice([38, -38, 24])
    g = [
        rect(-30, 60, 60, 250, p["dark"] if bg != p["dark"] else p["main"], rx=10),
        rect(-38, 44, 76, 26, a if a != bg else c),
        circ(0, -20, 82, p["paper"] if bg != p["paper"] else p["soft"]),
    ]
    g += [
        line(-74 + abs(i) * 5, -20 + i * 22, 74 - abs(i) * 5, -20 + i * 22, p["mid"], 4)
        for i in range(-3, 4)
    ]
    g += [
        line(i * 22, -94 + abs(i) * 5, i * 22, 54 - abs(i) * 5, p["mid"], 4) for i in range(-3, 4)
    ]
    g += [rect(-9, 110, 18, 34, p["spot"], rx=4)]
    o.append(group(g, transform=f"translate(300 160) rotate({rot})"))
    return o


@motif
def beamer(p: Palette, r: Random) -> Drawing:
    a, b2, c = p["hi"], p["mid"], p["paper"]
    sx, o = r.choice([250, 280]), [rect(0, 0, W, H, p["dark"])]
    o += [
        rect(sx, 44, 300, 190, c),
        poly([(132, 300), (132, 322), (sx, 234), (sx, 44)], p["hi2"], opacity=".5"),
    ]
    k = r.choice([1, 2])
    o += [
        rect(sx + 30, 74, 150, 16, p["main"]),
        rect(sx + 30, 104, 210, 8, b2),
        rect(sx + 30, 122, 180, 8, b2),
    ]
    o += (
        [
            circ(sx + 226, 186, 34, a),
            rect(sx + 30, 160, 60, 52, p["main"]),
            rect(sx + 100, 144, 60, 68, p["spot"]),
        ]
        if k == 1
        else [
            rect(
                sx + 30 + i * 50,
                212 - 22 * (i + 1) + 6,
                36,
                22 * (i + 1) - 6,
                [p["main"], a, p["spot"], b2][i % 4],
            )
            for i in range(4)
        ]
    )
    o += [
        rect(36, 278, 132, 66, a, rx=8),
        circ(132, 311, 21, p["dark"]),
        circ(132, 311, 10, p["hi2"]),
        rect(52, 296, 42, 6, p["dark"]),
        rect(52, 310, 42, 6, p["dark"]),
        rect(0, 344, W, 56, p["main"]),
    ]
    return o


@motif
def kabel(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, x = [rect(0, 0, W, H, bg)], r.choice([220, 380])
    cord = p["spot"]
    o.append(
        path(
            f"M{x + 60} 330C{x + 200} 400 {x + 100} 200 {640 if x < 300 else -40} 260",
            stroke=cord,
            stroke_width="15",
            stroke_linecap="round",
        )
    )
    o += [circ(x, 200, 160, p["dark"] if bg != p["dark"] else p["main"])] + [
        ring(x, 200, 138 - i * 17, cord if i % 2 else a if a != bg else p["soft"], 11)
        for i in range(5)
    ]
    return (
        o
        + [circ(x, 200, 46, p["paper"]), circ(x, 200, 14, p["dark"])]
        + [
            rect(x + 20 * math.cos(t) - 5, 200 + 20 * math.sin(t), 10, 10, p["mid"])
            for t in (0.5, 2.6, 4.7)
        ]
    )


@motif
def buehne(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg)]
    tops = [p["hi"], p["soft"], p["paper"], p["hi2"]]
    for row in range(2):
        for col in range(3):
            x, y = 130 + col * 130 - row * 70, 140 + row * 76
            z = r.choice([0, 30, 60])
            y -= z
            h = 60 + z
            o += [
                poly(
                    [(x, y), (x + 120, y), (x + 54, y + 70), (x - 66, y + 70)],
                    tops[(col + row) % 4] if tops[(col + row) % 4] != bg else p["mid"],
                ),
                rect(x - 66, y + 70, 120, h, p["main"] if bg != p["main"] else p["dark"]),
                poly(
                    [(x + 54, y + 70), (x + 120, y), (x + 120, y + h), (x + 54, y + 70 + h)],
                    p["dark"] if bg != p["dark"] else p["mid"],
                ),
            ]
    return o


@motif
def stellwand(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, x = [rect(0, 0, W, H, bg), rect(0, 356, W, 44, b2)], 30
    for i in range(4):
        w, sk = 130, (18 if i % 2 else -18)
        col = (
            [p["main"], p["paper"], p["mid"], p["hi"]][i]
            if bg != p["hi"]
            else [p["main"], p["paper"], p["mid"], p["dark"]][i]
        )
        o.append(
            poly(
                [(x, 90 + sk), (x + w, 90 - sk), (x + w, 336 + sk * 0.5), (x, 336 - sk * 0.5)], col
            )
        )
        for j in range(r.choice([2, 3, 4])):
            px, py = x + 16 + (j % 2) * 54, 122 + (j // 2) * 88 + r.randint(-6, 8)
            o.append(
                rect(
                    px,
                    py,
                    r.choice([38, 44]),
                    r.choice([48, 60]),
                    r.choice([q for q in (p["soft"], p["hi2"], p["spot"], p["paper"]) if q != col]),
                )
            )
        o += [
            rect(x + 2, 330, 6, 40, p["dark"] if bg != p["dark"] else p["soft"]),
            rect(x + w - 8, 330, 6, 40, p["dark"] if bg != p["dark"] else p["soft"]),
        ]
        x += w + 6
    return o
