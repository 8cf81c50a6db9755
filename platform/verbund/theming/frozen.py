"""How the themes' files are read: TOML into frozen models, errors with file and key."""

import tomllib
from pathlib import Path
from typing import Annotated, TypeVar

from django.core.exceptions import ImproperlyConfigured
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
RelativePath = Annotated[str, StringConstraints(pattern=r"^[\w-]+(/[\w-]+)*\.[a-z0-9]+$")]


def _harmless(value: str) -> str:
    if "url(" in value or "/*" in value:
        raise ValueError("a token loads no file and holds no comment")
    return value


# What may stand as the value of a custom property: nothing that ends it.
CssValue = Annotated[
    str, StringConstraints(pattern=r"^[\w\s.,%()+*/#\"'-]+$"), AfterValidator(_harmless)
]


class ThemeError(ImproperlyConfigured):
    """A theme's or palette's file that can't be used; the message names file and key."""


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Label(Frozen):
    de: str
    en: str


Model = TypeVar("Model", bound=BaseModel)


def readable(error: ValidationError) -> list[str]:
    """One line for each mistake: ``key.below: what is wrong (value)``."""
    return [
        f"{'.'.join(str(part) for part in problem['loc']) or '(file)'}: "
        f"{problem['msg']} ({problem['input']!r})"
        for problem in error.errors()
    ]


def read_toml(path: Path, model: type[Model]) -> Model:
    """The file as `model`.

    :raises ThemeError: no such file, no TOML, or a key that is missing, unknown or wrong.
    """
    try:
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ThemeError(f"{path}: can't be read ({error.strerror}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"{path}: is not valid TOML, {error}.") from error
    except ValidationError as error:
        raise ThemeError(f"{path}: " + "; ".join(readable(error))) from error
