"""The themes and palettes of this installation, read once a process from THEMES_DIR."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from verbund.theming.frozen import ThemeError, read_toml
from verbund.theming.manifest import Font, Manifest, Mark, Pattern
from verbund.theming.palettes import Palette

DEFAULT_THEME = "verbund"


@dataclass(frozen=True)
class Theme:
    """A theme with the themes that it inherits from, nearest first."""

    manifest: Manifest
    folder: Path
    parents: tuple["Theme", ...] = ()

    @property
    def name(self) -> str:
        return self.manifest.name

    @property
    def line(self) -> tuple["Theme", ...]:
        return (self, *self.parents)

    @property
    def palette(self) -> str:
        return next(theme.manifest.palette for theme in self.line if theme.manifest.palette)

    @property
    def sheets(self) -> tuple[str, ...]:
        return next(theme.manifest.sheets for theme in self.line if theme.manifest.sheets)

    @property
    def fonts(self) -> tuple[tuple["Theme", Font], ...]:
        return tuple((theme, font) for theme in self.line for font in theme.manifest.fonts)

    @property
    def tokens(self) -> dict[str, str]:
        merged: dict[str, str] = {}
        for theme in reversed(self.line):
            merged |= theme.manifest.tokens
        return merged

    def pattern(self, name: str) -> tuple["Theme", Pattern]:
        """The nearest theme that has it, and the pattern.

        :raises ThemeError: no theme of the line has it.
        """
        for theme in self.line:
            if name in theme.manifest.patterns:
                return theme, theme.manifest.patterns[name]
        raise ThemeError(f"Theme {self.name}: patterns has no entry {name!r}.")

    def mark(self, name: str) -> tuple["Theme", Mark]:
        """:raises ThemeError: no theme of the line has it."""
        for theme in self.line:
            if name in theme.manifest.marks:
                return theme, theme.manifest.marks[name]
        raise ThemeError(f"Theme {self.name}: marks has no entry {name!r}.")

    @property
    def pattern_names(self) -> list[str]:
        return sorted({name for theme in self.line for name in theme.manifest.patterns})

    def file(self, part: str, path: str) -> Path:
        """The nearest ``<theme>/<part>/<path>`` that exists.

        :raises ThemeError: no theme of the line has it.
        """
        for theme in self.line:
            if (theme.folder / part / path).is_file():
                return theme.folder / part / path
        raise ThemeError(f"Theme {self.name}: no file {part}/{path} in it or in what it inherits.")

    def static_file(self, path: str) -> str:
        """The static name of the nearest theme's file."""
        for theme in self.line:
            if (theme.folder / "static" / path).is_file():
                return theme.static_path(path)
        raise ThemeError(f"Theme {self.name}: no file static/{path} in it or in what it inherits.")

    def static_path(self, path: str) -> str:
        """The name under which static files knows a file of this very theme."""
        return f"themes/{self.name}/{path}"


def _read(folder: Path, heirs: tuple[str, ...] = ()) -> Theme:
    manifest = read_toml(folder / "theme.toml", Manifest)
    if manifest.name != folder.name:
        raise ThemeError(
            f"{folder / 'theme.toml'}: name is {manifest.name!r}, not {folder.name!r}."
        )
    if not manifest.inherits:
        return Theme(manifest, folder)
    if manifest.inherits in (*heirs, manifest.name):
        raise ThemeError(f"{folder / 'theme.toml'}: inherits goes in a circle.")
    parent = _read(folder.parent / manifest.inherits, (*heirs, manifest.name))
    return Theme(manifest, folder, parent.line)


@lru_cache(maxsize=8)
def read_themes(themes_dir: Path) -> dict[str, Theme]:
    """All themes below a folder, by name. Themes are files of the installation, not of a tenant."""
    found = (_read(path.parent) for path in sorted(themes_dir.glob("*/theme.toml")))
    return {theme.name: theme for theme in found}


@lru_cache(maxsize=8)
def read_palettes(themes_dir: Path) -> dict[str, Palette]:
    """All palettes of a folder of themes, by name."""
    files = sorted((themes_dir / "palettes").glob("*.toml"))
    return {path.stem: read_toml(path, Palette) for path in files}


def themes() -> dict[str, Theme]:
    return read_themes(settings.THEMES_DIR)


def palettes() -> dict[str, Palette]:
    return read_palettes(settings.THEMES_DIR)


def theme_named(name: str) -> Theme:
    """The theme, or the default one where the name is unknown: a site never fails for its theme."""
    found = themes()
    return found.get(name) or found[DEFAULT_THEME]
