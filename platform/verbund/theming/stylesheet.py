"""One stylesheet for each tenant: fonts, tokens and the theme's sheets, named by a hash of all."""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.templatetags.static import static

from verbund.theming.current import themes_change
from verbund.theming.palettes import Colours
from verbund.theming.registry import Theme, theme_named
from verbund.theming.tokens import Tokens

HASH_LENGTH = 16
_STATIC = re.compile(r"static\(([\w./-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")
_TIGHT = re.compile(r"(?<=[\w-]):\s+|;(?=})")


def minified(css: str) -> str:
    """Without comments and superfluous spaces; what stands in strings is left alone."""
    parts = re.split(r"(\"[^\"]*\")", _COMMENT.sub("", css))
    return "".join(part if part.startswith('"') else _squeezed(part) for part in parts).strip()


def _squeezed(css: str) -> str:
    tight = _AROUND.sub(r"\1", _SPACE.sub(" ", css))
    return _TIGHT.sub(lambda match: ":" if match[0].startswith(":") else "", tight)


def _properties(values: Iterable[tuple[str, str]]) -> str:
    return "".join(f"--{name}:{value};" for name, value in values)


def _url(theme: Theme, path: str) -> str:
    return f'url("{static(theme.static_path(path))}")'


def _font_faces(theme: Theme) -> str:
    return "".join(
        f'@font-face{{font-family:"{font.family}";font-weight:{font.weight};font-display:swap;'
        f'src:{_url(owner, part.file)} format("woff2");unicode-range:{part.unicode_range}}}'
        for owner, font in theme.fonts
        for part in font.files
    )


def _pattern(theme: Theme, name: str) -> tuple[str, str]:
    """The pattern's properties by day, and those that differ by night."""
    owner, pattern = theme.pattern(name)
    ground = pattern.ground or "var(--deep)"
    day = {
        "pattern": _url(owner, pattern.file),
        "pattern-ground": ground,
        "stamp-size": pattern.stamp_size,
    }
    night = {}
    if pattern.night:
        night["pattern"] = _url(owner, pattern.night)
    if pattern.night_ground:
        night["pattern-ground"] = pattern.night_ground
    return _properties(day.items()), _properties(night.items())


def _colours(colours: Colours) -> str:
    return _properties(sorted(colours.items()))


def _city_patterns(theme: Theme) -> str:
    """A class for each pattern, so that a portal can show the band of another city."""
    rules = []
    for name in theme.pattern_names:
        day, night = _pattern(theme, name)
        rules.append(f".pattern-{name}{{{day}}}")
        if night:
            rules.append(f"@media(prefers-color-scheme:dark){{.pattern-{name}{{{night}}}}}")
    return "".join(rules)


def _sheet(theme: Theme, name: str) -> str:
    def placed(match: re.Match[str]) -> str:
        return f'url("{static(theme.static_file(match[1]))}")'

    return _STATIC.sub(placed, theme.file("css", name).read_text(encoding="utf-8"))


def build(tokens: Tokens) -> str:
    """The whole sheet."""
    theme = theme_named(tokens.theme)
    day, night = _pattern(theme, tokens.pattern)
    root = _properties(tokens.shape.items()) + _colours(tokens.light) + day
    dark = _colours(tokens.dark) + night
    return minified(
        _font_faces(theme)
        + f":root{{color-scheme:light dark;{root}}}"
        + f"@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
        + _city_patterns(theme)
        + "".join(_sheet(theme, name) for name in theme.sheets)
    )


def _digest(theme: Theme) -> str:
    """A hash of every file that can change a sheet of this theme."""
    digest = hashlib.sha256()
    for ancestor in theme.line:
        for path in sorted(_files(ancestor.folder)):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    yield folder / "theme.toml"
    yield from (path for part in ("css", "static") for path in (folder / part).rglob("*.*"))


@lru_cache(maxsize=32)
def _digest_once(themes_dir: str, name: str) -> str:
    return _digest(theme_named(name))


def sheet_hash(tokens: Tokens) -> str:
    """The hash in the sheet's address: it depends on theme, tokens and files, never on a tenant."""
    if themes_change():
        digest = _digest(theme_named(tokens.theme))
    else:
        digest = _digest_once(str(settings.THEMES_DIR), tokens.theme)
    parts = json.dumps([vars(tokens), digest, settings.STATIC_URL], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:HASH_LENGTH]


def stylesheet(tokens: Tokens) -> str:
    """The sheet, built once and kept in the cache under its hash."""
    key = f"stylesheet:{sheet_hash(tokens)}"
    sheet: str | None = cache.get(key)
    if sheet is None:
        sheet = build(tokens)
        cache.set(key, sheet, timeout=None)
    return sheet
