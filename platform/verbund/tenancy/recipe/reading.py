"""Reads a tenant file, or the same data from the web form, into a recipe or all its problems."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from verbund.tenancy.recipe.known import Known
from verbund.tenancy.recipe.lines import key_lines, line_of
from verbund.tenancy.recipe.models import (
    CityRecipe,
    NetworkRecipe,
    OperatorRecipe,
    Recipe,
)
from verbund.tenancy.recipe.problems import Problem, RecipeError, problems_in

BY_KIND: dict[Any, type[Recipe]] = {
    "city": CityRecipe,
    "network": NetworkRecipe,
    "operator": OperatorRecipe,
}


def read_recipe(
    path: Path,
    *,
    known_themes: Collection[str],
    known_plugins: Collection[str],
    known_languages: Collection[str],
) -> Recipe:
    """The recipe in the file; raises RecipeError with every problem and its line."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RecipeError([_syntax_problem(path, error)]) from error
    context = Known(
        frozenset(known_themes), frozenset(known_plugins), frozenset(known_languages), path.parent
    )
    return _validated(data, context, file=str(path), text=text)


def recipe_from(
    data: dict[str, Any],
    *,
    known_themes: Collection[str],
    known_plugins: Collection[str],
    known_languages: Collection[str],
) -> Recipe:
    """The recipe in data that no file holds: what the web form fills in."""
    context = Known(frozenset(known_themes), frozenset(known_plugins), frozenset(known_languages))
    return _validated(data, context, file="", text="")


def line_in(file: str, key: str) -> int:
    """The line of a dotted key in a tenant file, for problems that only a database can find."""
    text = Path(file).read_text(encoding="utf-8")
    return line_of(tuple(key.split(".")), key_lines(text))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        message = _("The file can't be read ({reason}).").format(reason=error.strerror)
    except UnicodeDecodeError:
        message = _("The file is not UTF-8. Save it as UTF-8.")
    raise RecipeError([Problem(str(path), 0, "", message)])


def _syntax_problem(path: Path, error: tomllib.TOMLDecodeError) -> Problem:
    found = re.search(r"at line (\d+)", str(error))
    reason = re.sub(r"\s*\(at .*\)", "", str(error))
    message = _("This is not valid TOML: {reason}.").format(reason=reason)
    return Problem(str(path), int(found[1]) if found else 0, "", message)


def _validated(data: dict[str, Any], context: Known, *, file: str, text: str) -> Recipe:
    model = BY_KIND.get(data.get("kind"), Recipe)
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        raise RecipeError(problems_in(error, model, file, text)) from error
