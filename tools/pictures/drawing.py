"""From a picture's name to the picture: as SVG text, and as WebP for the web."""

import tomllib
from io import BytesIO
from pathlib import Path
from random import Random

import resvg_py
from PIL import Image

from tools.pictures.motifs import MOTIFS
from tools.pictures.words import H, W, svg

PALETTES = tomllib.loads((Path(__file__).parent / "palettes.toml").read_text(encoding="utf-8"))
WIDTH = 1200
LARGEST = 30_000


def picture(palette: str, motif: str, seed: int) -> str:
    """Motif and seed decide the drawing, the palette its colours."""
    chance = Random(f"{motif}-{seed}")
    return svg(W, H, MOTIFS[motif](PALETTES[palette], chance), slice_=True)


def draw_webp(palette: str, path: Path) -> None:
    """Flat colours keep small without loss; what is still too big gives up a little."""
    motif, _, seed = path.stem.rpartition("-")
    png = resvg_py.svg_to_bytes(svg_string=picture(palette, motif, int(seed)), width=WIDTH)
    with Image.open(BytesIO(png)) as drawing:
        image = drawing.convert("RGB")
    image.save(path, "WEBP", lossless=True, quality=100, method=6)
    for quality in (85, 70, 55):
        if path.stat().st_size <= LARGEST:
            return
        image.save(path, "WEBP", quality=quality, method=6)
