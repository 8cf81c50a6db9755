"""Motifs by name; a motif is a function of palette and chance."""

from collections.abc import Callable
from random import Random

from tools.pictures.words import Drawing, Palette

Motif = Callable[[Palette, Random], Drawing]
MOTIFS: dict[str, Motif] = {}


def motif(draw: Motif) -> Motif:
    MOTIFS[draw.__name__] = draw
    return draw
