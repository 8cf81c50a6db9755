"""theme.toml: what a theme is made of."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from verbund.theming.colours import Colour
from verbund.theming.frozen import CssValue, Frozen, Label, RelativePath, Slug

UnicodeRange = Annotated[str, StringConstraints(pattern=r"^U\+[0-9A-F?-]+(,U\+[0-9A-F?-]+)*$")]


class FontFile(Frozen):
    """One subset of a family; a page loads it when it has a letter of its range."""

    file: RelativePath
    unicode_range: UnicodeRange


class Font(Frozen):
    family: str
    weight: Annotated[str, StringConstraints(pattern=r"^\d{3}( \d{3})?$")]
    licence: RelativePath
    files: tuple[FontFile, ...] = Field(min_length=1)


class Pattern(Frozen):
    """The drawing of the band; without a ground it lies on the token `deep`.

    `stamp_size` is its height where a theme shows a corner of it.
    """

    label: Label
    file: RelativePath
    night: RelativePath | None = None
    ground: Colour | None = None
    night_ground: Colour | None = None
    stamp_size: CssValue = "9rem"


class Mark(Frozen):
    label: Label
    file: RelativePath


class Manifest(Frozen):
    """A theme: what it lacks it takes from the theme that it inherits."""

    name: Slug
    label: Label
    inherits: Slug | None = None
    palette: Slug | None = None
    sheets: tuple[RelativePath, ...] = ()
    fonts: tuple[Font, ...] = ()
    tokens: dict[Slug, CssValue] = {}
    patterns: dict[Slug, Pattern] = {}
    marks: dict[Slug, Mark] = {}

    @model_validator(mode="after")
    def _stands_alone_or_inherits(self) -> "Manifest":
        if not self.inherits and not (self.palette and self.sheets):
            raise ValueError("a theme that inherits nothing needs palette and sheets")
        return self
