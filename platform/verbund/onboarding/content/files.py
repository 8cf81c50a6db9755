"""A content file on disk: a head of TOML between lines of +++, then a body."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from verbund.onboarding.content.body import read_body, toml_problem
from verbund.onboarding.content.dates import fill_in_dates
from verbund.onboarding.content.front import ContentFront
from verbund.onboarding.content.shapes import Block, Place
from verbund.tenancy.recipe.problems import Problem, ProblemsError, problems_in

F = TypeVar("F", bound=ContentFront)
MARK = "+++"


def split(path: Path) -> tuple[str, str]:
    """The head keeps its first line, so that its line numbers are the file's."""
    text = path.read_text(encoding="utf-8")
    parts = text.split(f"{MARK}\n", maxsplit=2)
    if len(parts) < 3 or parts[0]:
        raise ProblemsError(
            [Problem(str(path), 1, "", f"The file begins with a head between two lines of {MARK}.")]
        )
    return f"\n{parts[1]}", parts[2]


def toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProblemsError([toml_problem(error, str(path), 0)]) from error


def front_matter(path: Path, place: Place, model: type[F]) -> F:
    head, _ = split(path)
    language = str(toml(head, path).get("language", "de"))
    head = fill_in_dates(head, place.day, language)
    try:
        return model.model_validate(toml(head, path), context=place)
    except ValidationError as error:
        raise ProblemsError(problems_in(error, model, str(path), head)) from error


def parsed(path: Path, place: Place, language: str) -> tuple[Block, ...]:
    head, body = split(path)
    first_line = head.count("\n") + 2
    return tuple(read_body(fill_in_dates(body, place.day, language), place, str(path), first_line))
