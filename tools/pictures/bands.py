"""The bands under the header: patterns that repeat without a seam."""

import math
from collections.abc import Callable
from random import Random

from tools.pictures.words import Palette, circ, line, n, path, poly, rect, svg


def steel(p: Palette, seed: int = 7, module: int = 80, panels: int = 18, h: int = 160) -> str:
    """Warren truss with verticals; every few panels crossed; a larger truss behind."""
    r, w, b = Random(seed), 0, []
    w = module * panels
    b.append(rect(0, 0, w, h, p["dark"]))
    big = module * 3
    for i in range(-1, w // big + 1):
        x = i * big + module * 0.5
        b += [
            line(x, h + 40, x + big / 2, -40, p["main"], 22),
            line(x + big / 2, -40, x + big, h + 40, p["main"], 22),
        ]
    top, bot = 22, h - 22
    for i in range(panels):
        x = i * module
        kind = r.choice("////XXF")
        a, c = ((x, bot), (x + module, top)) if i % 2 else ((x, top), (x + module, bot))
        if kind == "F":
            b.append(poly([a, c, (x + module if not i % 2 else x, top)], p["hi"]))
        b.append(line(*a, *c, p["hi"], 5))
        if kind == "X":
            b.append(line(a[0], c[1], c[0], a[1], p["hi"], 5))
        b.append(line(x, top, x, bot, p["hi"], 3))
    b += [line(0, top, w, top, p["hi"], 9), line(0, bot, w, bot, p["hi"], 9)]
    for i in range(panels + 1):
        x = i * module
        b += [
            circ(x, top, 8.5, p["hi"]),
            circ(x, bot, 8.5, p["hi"]),
            circ(x, top, 3, p["dark"]),
            circ(x, bot, 3, p["dark"]),
        ]
    return svg(w, h, b)


def river(p: Palette, seed: int = 4, w: int = 1440, h: int = 160, rows: int = 9) -> str:
    """Waves of whole periods: seamless in x. The amplitude swells in the middle rows."""
    r, b = Random(seed), [rect(0, 0, w, h, p["pale"])]
    for i in range(rows):
        t = i / (rows - 1)
        y0, amp = 10 + t * (h - 18), 4 + 12 * math.sin(math.pi * (0.15 + 0.8 * t))
        k1, k2, ph = 6, r.choice([2, 3, 4]), t * 3.6
        ph2 = r.random() * 6
        pts = []
        for s in range(97):
            x = w * s / 96
            y = y0 + amp * math.sin(2 * math.pi * k1 * s / 96 + ph) * (
                0.75 + 0.35 * math.sin(2 * math.pi * k2 * s / 96 + ph2)
            )
            pts.append((x, y))
        d = f"M{n(pts[0][0])} {n(pts[0][1])}"
        for j in range(1, len(pts) - 1, 1):
            mx, my = (pts[j][0] + pts[j + 1][0]) / 2, (pts[j][1] + pts[j + 1][1]) / 2
            d += f"Q{n(pts[j][0])} {n(pts[j][1])} {n(mx)} {n(my)}"
        d += f"L{n(pts[-1][0])} {n(pts[-1][1])}"
        col = p["main"] if i % 4 != 2 else p["spot"]
        b.append(
            path(
                d, stroke=col, stroke_width=n([2.5, 6, 3.5, 9, 2.5][i % 5]), stroke_linejoin="round"
            )
        )
    return svg(w, h, b)


def weave(p: Palette, seed: int = 5, u: int = 20, cols: int = 72, rows: int = 8) -> str:
    """Twill: warp over weft by a shifted rhythm; coloured threads by seed. Seamless in both."""
    r = Random(seed)
    w, h = u * cols, u * rows
    warp = [
        r.choice(["main", "main", "dark", "main", "mid", "hi"]) if i % 2 else "main"
        for i in range(24)
    ]
    weft = ["paper", "paper", "pale", "paper"]
    b = [rect(0, 0, w, h, p["soft"])]
    g = 2.2
    for y in range(rows):
        b.append(rect(0, y * u + g, w, u - 2 * g, p[weft[y % 4]]))
    segs: dict[str, list[str]] = {}
    for x in range(cols):
        block = (x // 12) % 2
        for y in range(rows):
            over = ((x + y) % 4 < 2) if not block else ((x - y) % 4 < 2)
            if over:
                segs.setdefault(warp[x % 24], []).append(
                    f"M{n(x * u + g)} {n(y * u - 1)}h{n(u - 2 * g)}v{n(u + 2)}h-{n(u - 2 * g)}z"
                )
    for c, ds in segs.items():
        b.append(path("".join(ds), p[c]))
    return svg(w, h, b)


def dots(p: Palette, seed: int = 11, cell: int = 60, cols: int = 20, rows: int = 6) -> str:
    """Jittered grid of points, near ones linked; wraps on all edges."""
    r, w, h = Random(seed), cell * cols, cell * rows
    pts = [
        (
            (x + 0.5 + (r.random() - 0.5) * 0.8) * cell,
            (y + 0.5 + (r.random() - 0.5) * 0.8) * cell,
            r.choice([3, 3, 4, 4, 6, 9]),
        )
        for x in range(cols)
        for y in range(rows)
    ]
    b, links = [rect(0, 0, w, h, p["main"])], []
    wrap = [(x + dx, y + dy) for x, y, _ in pts for dx in (-w, 0, w) for dy in (-h, 0, h)]
    for x, y, _ in pts:
        near = sorted((math.hypot(x - a, y - c), a, c) for a, c in wrap if (a, c) != (x, y))[
            : r.choice([1, 2, 2, 3])
        ]
        for dist, a, c in near:
            inside = -60 < min(x, a) < w + 60 and -60 < min(y, c) < h + 60
            if dist < cell * 1.5 and inside:
                links.append(f"M{n(x)} {n(y)}L{n(a)} {n(c)}")
    b.append(path("".join(links), stroke=p["mid"], stroke_width="1.5"))
    for x, y, s in pts:
        for dx in (-w, 0, w):
            for dy in (-h, 0, h):
                if -10 < x + dx < w + 10 and -10 < y + dy < h + 10:
                    b.append(circ(x + dx, y + dy, s, p["pale"] if s < 9 else p["hi"]))
    return svg(w, h, b)


BANDS: dict[str, Callable[[Palette], str]] = {
    "steel": steel,
    "river": river,
    "weave": weave,
    "dots": dots,
}
