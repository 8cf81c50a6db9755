"""Checks at start: every theme and palette can be read, has its files and can be seen."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from verbund.theming.contrast import contrast_problems
from verbund.theming.frozen import ThemeError
from verbund.theming.registry import DEFAULT_THEME, Theme, palettes, themes
from verbund.theming.tokens import resolve


@register("theming")
def check_themes(**kwargs: Any) -> list[CheckMessage]:
    try:
        found, names = themes(), list(palettes())
        if DEFAULT_THEME not in found:
            raise ThemeError(f"THEMES_DIR has no theme {DEFAULT_THEME!r}.")
        for theme in found.values():
            _require_files(theme)
        weak = [problem for name in names for problem in _weak(name)]
    except ThemeError as error:
        return [Error(str(error), hint="Mend the file that is named.", id="verbund.E040")]
    hint = "Change one of the two colours."
    return [Error(problem, hint=hint, id="verbund.E041") for problem in weak]


def _weak(palette: str) -> list[str]:
    tokens = resolve(DEFAULT_THEME, {"palette": palette})
    return [f"Palette {palette}: {problem}" for problem in contrast_problems(tokens)]


def _require_files(theme: Theme) -> None:
    """:raises ThemeError: a sheet, font, pattern or mark that theme.toml names is not there."""
    for sheet in theme.sheets:
        theme.file("css", sheet)
    manifest = theme.manifest
    named = [part.file for font in manifest.fonts for part in font.files]
    named += [font.licence for font in manifest.fonts]
    named += [mark.file for mark in manifest.marks.values()]
    for pattern in manifest.patterns.values():
        named += [file for file in (pattern.file, pattern.night) if file]
    for path in named:
        if not (theme.folder / "static" / path).is_file():
            raise ThemeError(f"Theme {theme.name}: static/{path} is not there.")
