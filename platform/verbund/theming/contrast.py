"""Contrast of every pair of tokens that carries text (4.5:1) or shape (3:1), day and night."""

from django.utils.translation import gettext as _

from verbund.theming.colours import ratio
from verbund.theming.palettes import Colours
from verbund.theming.tokens import Tokens

TEXT, SHAPE = 4.5, 3.0
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "surface", TEXT),
    ("ink", "surface-2", TEXT),
    ("muted", "surface", TEXT),
    ("muted", "surface-2", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "surface-2", TEXT),
    ("accent-ink", "accent", TEXT),
    ("highlight-ink", "highlight", TEXT),
    ("ink", "mark", TEXT),
    ("success", "surface", TEXT),
    ("success", "surface-2", TEXT),
    ("warning", "surface", TEXT),
    ("warning", "surface-2", TEXT),
    ("danger", "surface", TEXT),
    ("danger", "surface-2", TEXT),
    ("deep-ink", "deep", TEXT),
    ("deep-muted", "deep", TEXT),
    ("deep-accent", "deep", TEXT),
    ("deep-accent-ink", "deep-accent", TEXT),
    ("field", "surface", SHAPE),
    ("field", "surface-2", SHAPE),
    ("focus", "surface", SHAPE),
    ("focus", "surface-2", SHAPE),
)


def _problems(mode: str, colours: Colours) -> list[str]:
    roles = {str(role): colour for role, colour in colours.items()}
    found = []
    for front, ground, need in PAIRS:
        contrast = ratio(roles[front], roles[ground])
        if contrast < need:
            pair = f"{front} {roles[front]}", f"{ground} {roles[ground]}"
            found.append(_sentence(mode, *pair, contrast, need))
    return found


def _sentence(mode: str, front: str, ground: str, contrast: float, need: float) -> str:
    text = _("%(mode)s: “%(front)s” on “%(ground)s” has %(contrast).1f:1, needs %(need)s:1.")
    return text % {
        "mode": mode,
        "front": front,
        "ground": ground,
        "contrast": contrast,
        "need": f"{need:g}",
    }


def contrast_problems(tokens: Tokens) -> list[str]:
    """One sentence for each pair that is too weak; empty when all can be read."""
    return _problems(_("By day"), tokens.light) + _problems(_("By night"), tokens.dark)
