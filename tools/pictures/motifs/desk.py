"""Books, paper, calendars, and a playing field."""

import math
from random import Random

from tools.pictures.motifs.registry import motif
from tools.pictures.words import Drawing, H, Palette, W, circ, grounds, group, line, rect, ring


@motif
def buecher(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, x = [rect(0, 0, W, H, bg), rect(0, 344, W, 56, b2 if bg != b2 else p["dark"])], 26
    cols = [
        q
        for q in (p["main"], p["mid"], p["soft"], p["paper"], p["spot"], p["hi"], p["dark"])
        if q != bg
    ]
    last = None
    while x < 560:
        w, h = r.choice([26, 34, 44, 58]), r.randint(170, 292)
        col = r.choice([q for q in cols if q != last])
        last = col
        if r.random() < 0.14 and x > 60:
            o.append(
                group(
                    [rect(0, -h, w, h, col), rect(0, -h + 30, w, 8, c if col != c else a)],
                    transform=f"translate({x + 6} 344) rotate(11)",
                )
            )
            x += w + 58
            continue
        o.append(rect(x, 344 - h, w, h, col))
        m = p["paper"] if col not in (p["paper"], p["soft"], p["hi"]) else p["dark"]
        o += (
            [rect(x, 344 - h + 24, w, 6, m), rect(x, 320, w, 6, m)]
            if r.random() < 0.6
            else [rect(x + w / 2 - 4, 344 - h * 0.72, 8, h * 0.4, m)]
        )
        x += w + 3
    return o


@motif
def papier(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, cols = [rect(0, 0, W, H, bg)], [b2, p["soft"], c, p["paper"]]
    for i in range(4):
        g = [rect(-120, -150, 240, 310, cols[i] if cols[i] != bg else p["mid"])]
        if i == 3:
            g += (
                [rect(-90, -118, 120, 20, p["main"])]
                + [
                    rect(-90, -72 + j * 26, r.choice([180, 160, 172, 96]), 9, p["mid"])
                    for j in range(6)
                ]
                + [circ(66, 104, 30, p["spot"])]
            )
        x, y = 300 + r.randint(-40, 40) + (i - 2) * 46, 212 + r.randint(-14, 14)
        turn = r.randint(-16, 16) if i < 3 else r.randint(-5, 5)
        o.append(group(g, transform=f"translate({x} {y}) rotate({turn})"))
    return o


@motif
def kalender(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o, pick = [rect(0, 0, W, H, bg)], {r.randint(0, 27) for _ in range(7)}
    o.append(rect(0, 0, W, 64, a))
    for i in range(28):
        x, y = 26 + (i % 7) * 80, 88 + (i // 7) * 76
        o.append(rect(x, y, 68, 62, p["paper"] if bg != p["paper"] else p["soft"]))
        if i in pick:
            o.append(circ(x + 34, y + 31, 23, [p["spot"], p["main"], p["hi"]][i % 3]))
    return o + [circ(60 + i * 120, 32, 8, bg) for i in range(5)]


@motif
def spielfeld(p: Palette, r: Random) -> Drawing:
    bg, a, c = p["main"], p["paper"], p["hi"]
    o, rot = [rect(0, 0, W, H, bg)], r.choice([-14, 0, 12])
    g = [rect(x * 120 - 400, -320, 60, 900, p["dark"], opacity=".35") for x in range(9)]
    g += [
        ring(0, 0, 96, a, 7),
        line(0, -400, 0, 400, a, 7),
        circ(0, 0, 10, a),
        rect(260, -130, 200, 260, "none", stroke=a, stroke_width=7),
        rect(-460, -130, 200, 260, "none", stroke=a, stroke_width=7),
    ]
    o.append(group(g, transform=f"translate(300 200) rotate({rot})"))
    bx, by = r.randint(130, 240), r.randint(240, 310)
    return (
        o
        + [circ(bx, by, 54, c), circ(bx, by, 20, p["dark"])]
        + [
            line(
                bx + 20 * math.cos(t),
                by + 20 * math.sin(t),
                bx + 54 * math.cos(t),
                by + 54 * math.sin(t),
                p["dark"],
                5,
            )
            for t in (0.3, 1.56, 2.8, 4.07, 5.3)
        ]
    )
