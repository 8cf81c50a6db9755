"""A whole palette from one accent: what a city gets that names its colour and no more."""

from verbund.theming.colours import WHITE, mix, ratio, towards
from verbund.theming.palettes import Colours, Palette

BLACK = "#000000"
TEXT, COMFORTABLE = 4.5, 7.0


def _light(accent: str, base: Colours) -> Colours:
    deep = towards(mix(accent, BLACK, 0.35), BLACK, (WHITE,), 10)
    deep_accent = towards(mix(accent, WHITE, 0.55), WHITE, (deep,), COMFORTABLE)
    ink = WHITE if ratio(WHITE, accent) >= TEXT else base["ink"]
    return {
        "accent": accent,
        "accent-ink": ink,
        "deep": deep,
        "deep-ink": WHITE,
        "deep-muted": towards(mix(accent, WHITE, 0.75), WHITE, (deep,), COMFORTABLE),
        "deep-line": mix(deep, WHITE, 0.25),
        "deep-accent": deep_accent,
        "deep-accent-ink": mix(deep, BLACK, 0.4),
    }


def _dark(accent: str, base: Colours, light: Colours) -> Colours:
    grounds = (base["surface"], base["surface-2"])
    bright = towards(mix(accent, WHITE, 0.3), WHITE, grounds, COMFORTABLE)
    deep = mix(light["deep"], BLACK, 0.15)
    return {
        "accent": bright,
        "accent-ink": mix(deep, BLACK, 0.5),
        **{role: light[role] for role in ("deep-ink", "deep-muted", "deep-accent")},
        "deep": deep,
        "deep-line": mix(deep, WHITE, 0.22),
        "deep-accent-ink": light["deep-accent-ink"],
    }


def with_accent(palette: Palette, accent: str) -> Palette:
    """`palette` in which all that follows from the accent follows from this one."""
    light = _light(accent, palette.light)
    dark = _dark(accent, palette.dark, light)
    return palette.model_copy(
        update={"light": {**palette.light, **light}, "dark": {**palette.dark, **dark}}
    )
