"""The tokens of a tenant: its theme's, its palette's, and what it sets itself."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

from pydantic import ValidationError, model_validator

from verbund.theming.colours import Colour
from verbund.theming.derive import with_accent
from verbund.theming.frozen import CssValue, Frozen, Slug, ThemeError, readable
from verbund.theming.palettes import ROLES, Colours, Palette, Role
from verbund.theming.registry import Theme, palettes, theme_named

logger = logging.getLogger(__name__)


class Themed(Protocol):
    """What theming asks of a tenant."""

    theme: str
    tokens: Mapping[str, Any]


class Overrides(Frozen):
    """What a tenant sets: a palette, a pattern, a mark, single colours, single shapes.

    A colour role at the top level means the one by day: ``accent = "#0d525c"``.
    """

    palette: Slug | None = None
    pattern: Slug | None = None
    mark: Slug | None = None
    light: dict[Role, Colour] = {}
    dark: dict[Role, Colour] = {}
    shape: dict[Slug, CssValue] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather_colours(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        # At the top level `mark` is the city's mark; the colour of that name stands in a table.
        flat = {key: data[key] for key in data if key in ROLES and key != "mark"}
        rest = {key: value for key, value in data.items() if key not in flat}
        return {**rest, "light": {**flat, **rest.get("light", {})}} if flat else rest


@dataclass(frozen=True)
class Tokens:
    """All that a stylesheet needs to know about a tenant; equal tokens, equal sheet."""

    theme: str
    palette: str
    pattern: str
    mark: str | None
    light: Colours
    dark: Colours
    shape: dict[str, str]


def read_overrides(raw: Mapping[str, Any]) -> Overrides:
    """:raises ThemeError: names each unknown or wrong token, and the one it may stand for."""
    try:
        return Overrides.model_validate(raw)
    except ValidationError as error:
        raise ThemeError("Tokens: " + "; ".join(map(_with_hint, readable(error)))) from error


def _with_hint(problem: str) -> str:
    key = problem.partition(":")[0].rpartition(".")[2]
    known = (*ROLES, *Overrides.model_fields)
    near = get_close_matches(key, known, n=1) if key not in known else []
    return f"{problem}, perhaps {near[0]!r} is meant" if near else problem


def _palette(theme: Theme, overrides: Overrides) -> tuple[str, Palette]:
    name = overrides.palette or theme.palette
    known = palettes()
    if name not in known:
        raise ThemeError(f"Tokens: unknown palette {name!r}, use one of {', '.join(known)}.")
    palette = known[name]
    accent = overrides.light.get("accent")
    if not accent or accent == palette.light["accent"]:
        return name, palette
    return name, with_accent(palette, accent)


def resolve(theme_name: str, raw: Mapping[str, Any]) -> Tokens:
    """The tokens of a site with this theme and these own tokens.

    :raises ThemeError: an unknown palette, pattern, mark or token.
    """
    theme, overrides = theme_named(theme_name), read_overrides(raw)
    palette_name, palette = _palette(theme, overrides)
    unknown = sorted(set(overrides.shape) - set(theme.tokens))
    if unknown:
        raise ThemeError(f"Tokens: theme {theme.name} has no token {', '.join(unknown)}.")
    pattern, mark = overrides.pattern or palette.pattern, overrides.mark or palette.mark
    theme.pattern(pattern)
    if mark:
        theme.mark(mark)
    return Tokens(
        theme=theme.name,
        palette=palette_name,
        pattern=pattern,
        mark=mark,
        light={**palette.light, **overrides.light},
        dark={**palette.dark, **overrides.dark},
        shape={**theme.tokens, **overrides.shape},
    )


def tokens_of(tenant: Themed | None) -> Tokens:
    """A tenant's tokens; without a tenant (public schema, error pages) the default theme's.

    Tokens that no longer fit (a pattern that a theme lost) are logged and left out: a site that
    looks plain is better than one that is down.
    """
    theme, own = getattr(tenant, "theme", ""), getattr(tenant, "tokens", None) or {}
    try:
        return resolve(theme, own)
    except ThemeError as error:
        logger.error("%s: %s", getattr(tenant, "name", "?"), error)
        return resolve(theme, {})
