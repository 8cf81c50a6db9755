"""Water, cloth and surfaces: the quiet drawings."""

import math
from random import Random

from tools.pictures.motifs.registry import motif
from tools.pictures.words import Drawing, H, Palette, W, circ, grounds, group, line, n, path, rect


def waves(r: Random, y0: int, cols: list[str], step: int) -> Drawing:
    o = []
    for i, col in enumerate(cols):
        y, amp, k, ph = y0 + i * step, 9 + 3 * i, r.choice([3, 4, 5]), r.random() * 6
        d = (
            f"M0 400L0 {n(y)}"
            + "".join(
                f"L{n(W * s / 48)} {n(y + amp * math.sin(2 * math.pi * k * s / 48 + ph))}"
                for s in range(49)
            )
            + "L600 400Z"
        )
        o.append(path(d, col))
    return o


@motif
def wellen(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg), circ(r.randint(120, 480), r.randint(110, 170), r.randint(60, 92), c)]
    cols = [b2, a, p["soft"], p["main"], p["hi"], p["dark"]]
    r.shuffle(cols)
    return o + waves(r, 160, [x for x in cols if x != bg], 48)


@motif
def gewebe(p: Palette, r: Random) -> Drawing:
    cols = [p["main"], p["hi"], p["soft"], p["dark"], p["mid"], p["paper"], p["spot"]]
    u, o = r.choice([50, 60, 75]), [rect(0, 0, W, H, p["dark"])]
    wa, we = (
        [r.choice(cols) for _ in range(14)],
        [r.choice([p["paper"], p["pale"], p["soft"], p["hi2"]]) for _ in range(10)],
    )
    k = r.choice([2, 3, 4])
    for y in range(H // u + 1):
        o.append(rect(0, y * u + 4, W, u - 8, we[y % 10]))
    for x in range(W // u + 1):
        for y in range(H // u + 1):
            if (x + (y if r.random() < 0.97 else y + 1)) % k < (k + 1) // 2:
                o.append(rect(x * u + 4, y * u - 3, u - 8, u + 6, wa[x % 14]))
    return o


@motif
def garn(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    o = [rect(0, 0, W, H, bg)]
    cols = [q for q in (p["main"], p["hi"], p["spot"], p["mid"], p["soft"], p["paper"]) if q != bg]
    for i in range(5):
        x, y, col = 40 + i * 108, 116 + (i % 2) * 40, cols[(i + r.randint(0, 2)) % len(cols)]
        wood = p["paper"] if bg != p["paper"] and col != p["paper"] else p["dark"]
        o += [
            rect(x - 6, y - 22, 96, 22, wood, rx=4),
            rect(x - 6, y + 180, 96, 22, wood, rx=4),
            rect(x, y, 84, 180, col),
        ]
        o += [line(x, y + 8 + j * 16, x + 84, y + 2 + j * 16, bg, 2) for j in range(12)]
        o.append(
            path(
                f"M{x + 84} {y + 150}q40 60 {r.randint(60, 140)} {r.randint(60, 200)}",
                stroke=col,
                stroke_width="4",
            )
        )
    return o


@motif
def blatt(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    u, o, cols = 100, [rect(0, 0, W, H, bg)], [a, b2, c, p["hi"], p["soft"], p["spot"]]
    for x in range(6):
        for y in range(4):
            if r.random() < 0.2:
                o.append(circ(x * u + 50, y * u + 50, r.choice([20, 36]), r.choice(cols)))
                continue
            d = "M0 0A100 100 0 0 1 100 100A100 100 0 0 1 0 0Z"
            o.append(
                group(
                    [path(d, r.choice([q for q in cols if q != bg]))],
                    transform=f"translate({x * u} {y * u})"
                    + (" translate(100 0) scale(-1 1)" if r.random() < 0.5 else ""),
                )
            )
    return o


@motif
def mosaik(p: Palette, r: Random) -> Drawing:
    u, o = r.choice([100, 200 / 3]), []
    bg, a, b2, c = grounds(p, r)
    cols = [
        q
        for q in (p["main"], p["hi"], p["soft"], p["dark"], p["paper"], p["mid"], p["spot"])
        if q != bg
    ]
    o.append(rect(0, 0, W, H, bg))
    for x in range(int(W / u)):
        for y in range(int(H / u)):
            k, q, col, x0, y0 = r.random(), r.randint(0, 3), r.choice(cols), x * u, y * u
            t = f"translate({n(x0)} {n(y0)}) rotate({90 * q} {n(u / 2)} {n(u / 2)})"
            if k < 0.42:
                o.append(
                    group(
                        [path(f"M0 0h{n(u)}a{n(u)} {n(u)} 0 0 1 -{n(u)} {n(u)}z", col)], transform=t
                    )
                )
            elif k < 0.62:
                o.append(
                    group(
                        [
                            path(f"M0 0h{n(u)}a{n(u / 2)} {n(u / 2)} 0 0 1 -{n(u)} 0z", col),
                            path(
                                f"M0 {n(u)}a{n(u / 2)} {n(u / 2)} 0 0 1 {n(u)} 0z", r.choice(cols)
                            ),
                        ],
                        transform=t,
                    )
                )
            elif k < 0.8:
                o.append(group([path(f"M0 0h{n(u)}L0 {n(u)}z", col)], transform=t))
            else:
                o.append(circ(x0 + u / 2, y0 + u / 2, u * 0.34, col))
    return o


@motif
def knoten(p: Palette, r: Random) -> Drawing:
    bg, a, b2, c = grounds(p, r)
    pts = [(r.randint(30, 570), r.randint(30, 370), r.choice([10, 14, 20, 34])) for _ in range(19)]
    o = [rect(0, 0, W, H, bg)]
    for i, (x, y, _) in enumerate(pts):
        for x2, y2, _ in sorted(
            pts[:i] + pts[i + 1 :], key=lambda q: math.hypot(q[0] - x, q[1] - y)
        )[:2]:
            o.append(line(x, y, x2, y2, b2, 4))
    return o + [circ(x, y, s, [a, c, p["spot"], a][i % 4]) for i, (x, y, s) in enumerate(pts)]
