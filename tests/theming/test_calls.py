"""Templates of pages, plugins and themes call components as their contracts say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from verbund.theming.components import REQUIRED, arguments_of

ROOT = Path(settings.THEMES_DIR).parent
FOLDERS = ("platform/verbund", "plugins", "themes")
CALL = re.compile(r'{%\s*component(block)?\s+"(\w+)"(.*?)%}', re.S)
ARGUMENT = re.compile(r"(?:^|\s)(\w+)=")


def templates() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).rglob("templates/**/*.html"))


def calls() -> Iterator[tuple[str, str, str, bool]]:
    """File, component, what follows its name, and whether it is a block."""
    for path in templates():
        for block, name, rest in CALL.findall(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), name, rest, bool(block)


def contract(component: str) -> dict[str, object]:
    folder = ROOT / "themes" / "verbund" / "templates" / "components"
    return dict(arguments_of((folder / f"{component}.html").read_text(encoding="utf-8")))


@pytest.mark.parametrize("call", sorted(set(calls())))
def test_call_keeps_the_contract(call: tuple[str, str, str, bool]) -> None:
    _, component, rest, block = call
    known = contract(component)
    given = set(ARGUMENT.findall(re.sub(r'"[^"]*"|\'[^\']*\'', '""', rest)))
    takes_item = bool(re.match(r"\s*[\w.]+(\s|$)", rest))

    missing = {key for key, value in known.items() if value is REQUIRED} - given

    assert given <= set(known)
    assert not missing or takes_item
    assert not block or "content" in known
