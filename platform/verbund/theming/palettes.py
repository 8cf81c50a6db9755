"""Palettes: the colour roles of a city by day and by night, by name."""

from typing import Literal, get_args

from pydantic import ValidationInfo, field_validator

from verbund.theming.colours import Colour
from verbund.theming.frozen import Frozen, Label, Slug

Role = Literal[
    "ink", "muted", "surface", "surface-2", "line", "field", "accent", "accent-ink",
    "highlight", "highlight-ink", "mark", "focus", "success", "warning", "danger",
    "deep", "deep-ink", "deep-muted", "deep-line", "deep-accent", "deep-accent-ink",
]  # fmt: skip
ROLES: tuple[str, ...] = get_args(Role)

Colours = dict[Role, Colour]


class Palette(Frozen):
    label: Label
    pattern: Slug
    mark: Slug | None = None
    light: Colours
    dark: Colours

    @field_validator("light", "dark")
    @classmethod
    def _names_every_role(cls, colours: Colours, info: ValidationInfo) -> Colours:
        missing = [role for role in ROLES if role not in colours]
        if missing:
            raise ValueError(f"{info.field_name} lacks the colours {', '.join(missing)}")
        return colours
