"""Cuts the fonts of printed documents to what is needed, and writes down which letters they have.

    python tools/fonts.py FOLDER    a folder with Noto's ttf files (Debian: fonts-noto-core)

Needs fonttools, which the project itself does not: run it in an environment of its own.
"""

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "platform/verbund/printing/fonts"
# Latin with Vietnamese and African letters, Greek, Cyrillic, signs of everyday texts.
EUROPE = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF),
    (0x400, 0x52F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x206F), (0x20A0, 0x20BF),
    (0x2100, 0x214F), (0x2190, 0x2199), (0x2212, 0x2212), (0x25CC, 0x25CC),
)  # fmt: skip
FONTS = {
    "NotoSans": (EUROPE, ("Regular", "Bold")),
    "NotoSansArabic": (((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF)), ("Regular", "Bold")),
    "NotoSansEthiopic": (((0x1200, 0x139F), (0x2D80, 0x2DDF)), ("Regular", "Bold")),
    "NotoSansTamil": (((0xB80, 0xBFF), (0x964, 0x965)), ("Regular", "Bold")),
    "NotoSansHebrew": (((0x590, 0x5FF),), ("Regular",)),
    "NotoSansArmenian": (((0x530, 0x58F),), ("Regular",)),
    "NotoSansGeorgian": (((0x10A0, 0x10FF), (0x1C90, 0x1CBF)), ("Regular",)),
    "NotoSansDevanagari": (((0x900, 0x97F),), ("Regular",)),
    "NotoSansSinhala": (((0xD80, 0xDFF),), ("Regular",)),
}
# Marks and joiners that scripts need from each other.
EVERYWHERE = (0x20, 0xA0, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC)


def cut(source: Path, ranges: tuple[tuple[int, int], ...]) -> set[int]:
    """Writes one font; the code points that it has afterwards."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    wanted = {point for first, last in ranges for point in range(first, last + 1)}
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted | set(EVERYWHERE))
    cutter.subset(font)
    subset.save_font(font, str(TARGET / source.name), options)
    return set(TTFont(TARGET / source.name).getBestCmap())


def ranges_of(points: set[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def main() -> None:
    folder = Path(sys.argv[1])
    points: set[int] = set()
    for name, (ranges, styles) in FONTS.items():
        for style in styles:
            points |= cut(folder / f"{name}-{style}.ttf", ranges)
    (TARGET / "coverage.json").write_text(json.dumps(ranges_of(points)) + "\n")


if __name__ == "__main__":
    main()
