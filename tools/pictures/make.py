"""Draws every picture and writes every PDF that the tenants' content names.

    python -m tools.pictures.make               what is missing, and removes what nobody names
    python -m tools.pictures.make --all         everything afresh
    python -m tools.pictures.make --check       changes nothing, fails if names differ
    python -m tools.pictures.make --bands DIR   the headers' patterns as SVG

A picture's name is its recipe: klang-3.webp is the motif `klang` drawn with the seed 3 in the
palette of the tenant's folder. So the same name gives the same drawing, and a new picture is made
by naming it in a content file. Needs the development requirements (resvg-py, Pillow).
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.pictures.bands import BANDS
from tools.pictures.documents import write_document
from tools.pictures.drawing import PALETTES, draw_webp

ROOT = Path(__file__).resolve().parents[2]
TENANTS = ROOT / "tenants"
NAMED = re.compile(r'file = "([a-z]+-\d+\.webp|[a-z0-9-]+\.pdf)"')
MADE = {".webp", ".pdf"}


def named_files(folder: Path) -> set[str]:
    """File names in a tenant's content files; each is made, and nothing else is."""
    texts = [*folder.glob("content/**/*.md"), *folder.glob("content/*.toml")]
    return {name for text in texts for name in NAMED.findall(text.read_text(encoding="utf-8"))}


def made_files(folder: Path) -> set[str]:
    return {path.name for path in (folder / "media").glob("*") if path.suffix in MADE}


def tenant_folders() -> Iterator[Path]:
    return (path for path in sorted(TENANTS.iterdir()) if (path / "content").is_dir())


def make(folder: Path, *, everything: bool) -> tuple[int, int]:
    """Writes what is named and removes what is not; how many of each."""
    media = folder / "media"
    media.mkdir(exist_ok=True)
    named, made = named_files(folder), made_files(folder)
    for name in sorted(named if everything else named - made):
        if name.endswith(".pdf"):
            write_document(folder.name, media / name)
        else:
            draw_webp(folder.name, media / name)
    for name in made - named:
        (media / name).unlink()
    return len(named if everything else named - made), len(made - named)


def write_bands(target: Path) -> None:
    night: dict[str, dict[str, str]] = PALETTES.get("night", {})
    for name, palette in PALETTES.items():
        if name == "night":
            continue
        draw = BANDS[palette["band"]]
        (target / f"{name}.svg").write_text(draw(palette))
        if name in night:
            (target / f"{name}-night.svg").write_text(draw(palette | night[name]))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--bands", type=Path)
    options = parser.parse_args()
    if options.bands:
        write_bands(options.bands)
        return
    for folder in tenant_folders():
        if options.check and named_files(folder) != made_files(folder):
            wrong = ", ".join(sorted(named_files(folder) ^ made_files(folder)))
            sys.exit(f"{folder.name}: run python -m tools.pictures.make ({wrong})")
        if not options.check:
            made, removed = make(folder, everything=options.all)
            print(f"{folder.name}: {made} made, {removed} removed")


if __name__ == "__main__":
    main()
