"""What is wrong in a tenant file, said with file, line, key, value and the way out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from verbund.tenancy.recipe.known import suggestion
from verbund.tenancy.recipe.lines import Path, key_lines, line_of

NEEDED = {
    "string": lambda: _("a text in quotes"),
    "bool": lambda: _("true or false without quotes"),
    "date": lambda: _("a date without quotes like 2024-01-31"),
    "tuple": lambda: _("a list in square brackets"),
    "dict": lambda: _("a table"),
    "model": lambda: _("a table"),
    "path": lambda: _("a file name in quotes"),
}


@dataclass(frozen=True)
class Problem:
    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line or "") if part)
        return ": ".join(part for part in (place, self.key, self.message) if part)


class ProblemsError(Exception):
    """All that is wrong with a file, or a folder of files, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda item: (item.file, item.line, item.key)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RecipeError(ProblemsError):
    """A tenant file can't be used."""


def problems_in(
    error: ValidationError, model: type[BaseModel], file: str, text: str, first_line: int = 1
) -> list[Problem]:
    """Each fault of the data with the line of its key in the TOML text it was read from."""
    lines = key_lines(text)
    return [
        Problem(
            file,
            line_of(_clean_path(details["loc"]), lines) + first_line - 1 if text else 0,
            key_name(details["loc"]),
            message_for(details, model),
        )
        for details in error.errors()
    ]


def _clean_path(path: Path) -> Path:
    """Pydantic marks a bad key of a table by a last part “[key]”."""
    return path[:-1] if path[-1:] == ("[key]",) else path


def key_name(path: Path) -> str:
    """("pages", "start", 0, "slug") reads as pages.start[1].slug."""
    name = ""
    for part in _clean_path(path):
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")


def message_for(error: ErrorDetails, model: type[BaseModel]) -> str:
    kind, value = error["type"], error["input"]
    if kind == "extra_forbidden":
        *above, key = error["loc"]
        names = _keys_at(model, tuple(above))
        return _("Unknown key “{key}”.").format(key=key) + " " + suggestion(str(key), names)
    if kind == "missing":
        return _("This key is missing. Add it.")
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "none_required":
        return _("A tenant of this kind has no such table. Leave it out.")
    if kind in {"string_too_short", "too_short"}:
        return _("This is empty. Fill it in.")
    if kind == "string_too_long":
        return _("This is too long: {most} characters at most.").format(
            most=error["ctx"]["max_length"]
        )
    if kind in {"literal_error", "enum"}:
        return _("Unexpected value {value}, use {expected}.").format(
            value=_shown(value), expected=error["ctx"]["expected"].replace(" or ", _(" or "))
        )
    needed = next((text() for start, text in NEEDED.items() if kind.startswith(start)), "")
    if needed:
        return _("Unexpected value {value}, use {needed}.").format(
            value=_shown(value), needed=needed
        )
    return f"{error['msg']} ({_shown(value)})"


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return _("(a table)")
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that a table may have, found by walking the model along the path."""
    for part in path:
        if isinstance(part, str) and (field := _field(model, part)):
            model = _model_in(field) or model
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _field(model: type[BaseModel], key: str) -> Any:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return field.annotation
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Table, Table | None, tuple[Table, ...] and dict[str, Table] all lead to Table."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
