"""Reads all files of a kind, or names all that is wrong with any of them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from verbund.tenancy.recipe.problems import Problem, ProblemsError

T = TypeVar("T")


class ContentError(ProblemsError):
    """Content files can't be used."""


def read_each(paths: Iterable[Path], read: Callable[[Path], T]) -> tuple[list[T], list[Problem]]:
    found: list[T] = []
    problems: list[Problem] = []
    for path in sorted(paths):
        try:
            found.append(read(path))
        except ProblemsError as error:
            problems += error.problems
    return found, problems
