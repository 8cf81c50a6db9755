"""Docs keep up with the code: links, commands, settings and packages that they name exist."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

from .sources import ROOT, files, tree

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
ABROAD = ("https://", "http://", "mailto:")
# What the console script answers itself, before Django.
OWN_COMMANDS = {"serve"}
ENVIRONMENT = re.compile(r"env_(?:str|bool|int|list)|getenv")
LARGEST_PICTURE = 200_000

# Content in tenants/ links to addresses of its site; its reader checks those.
TEXTS = [path for path in files(".md") if "tenants" not in path.parts]
README = (ROOT / "README.md").read_text()


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(path: Path) -> str:
    """A text without its examples of code."""
    return CODE.sub("", path.read_text(encoding="utf-8"))


def local_links(path: Path) -> list[str]:
    return [link for link in LINK.findall(prose(path)) if not link.startswith(ABROAD)]


def anchors(path: Path) -> set[str]:
    """Names of a text's headings, as hosts of git make them."""
    found = HEADING.findall(path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def settings_variables() -> Iterator[str]:
    """Every name that a settings file reads from the environment."""
    for path in (ROOT / "platform/verbund/settings").glob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ENVIRONMENT.fullmatch(ast.unparse(node.func)):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value)


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_local_links_lead_to_files(path: Path) -> None:
    targets = [link.partition("#")[0] for link in local_links(path)]

    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_links_to_headings_lead_to_headings(path: Path) -> None:
    split = [link.partition("#") for link in local_links(path)]
    named = [(path.parent / file if file else path, name) for file, _, name in split if name]

    assert [name for target, name in named if name not in anchors(target)] == []


def test_each_picture_is_shown_and_light() -> None:
    shown = {
        (path.parent / link).resolve()
        for path in TEXTS
        for link in local_links(path)
        if link.endswith(".png")
    }
    pictures = set((ROOT / "docs").rglob("*.png"))

    assert {name_of(path) for path in pictures ^ shown} == set()
    assert [name_of(path) for path in shown if path.stat().st_size > LARGEST_PICTURE] == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_make_targets_exist(path: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)", path.read_text()))
    named |= set(re.findall(r"^make ([a-z-]+)", path.read_text(), re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert named - targets == set()


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_commands_exist(path: Path) -> None:
    named = set(re.findall(r"(?:`|^)verbund ([a-z_]+)", path.read_text(), re.MULTILINE))

    assert named - set(get_commands()) - OWN_COMMANDS == set()


def test_the_readme_has_each_setting() -> None:
    table = set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))

    assert set(settings_variables()) - table == set()


LISTS = ("0024", "0025")


def test_each_package_has_a_decision() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    packages = [re.split(r"[\[<>=~!;]", line)[0] for line in project["dependencies"]]
    decisions = "\n".join(
        path.read_text()
        for path in (ROOT / "docs/decisions").glob("0*.md")
        if not path.name.startswith(LISTS)
    )

    assert [name for name in packages if f"`{name}`" not in decisions] == []


def test_each_tool_of_developers_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    tools = [re.split(r"[\[<>=~!;]", line)[0] for line in project["optional-dependencies"]["dev"]]
    text = (ROOT / "docs/decisions/0025-tools-of-developers.md").read_text()

    assert [name for name in tools if name not in text] == []


def test_the_licence_of_each_locked_package_is_known() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    names = set(re.findall(r"^([a-z0-9.-]+)(?:\[[a-z,]+\])?==", lock, re.MULTILINE))
    words = set(re.findall(r"[a-z0-9-]+", (ROOT / "docs/decisions/0024-licences.md").read_text()))

    assert names - words == set()


def test_each_decision_is_in_the_list() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(local_links(folder / "README.md"))

    assert {path.name for path in folder.glob("0*.md")} == listed


def test_each_decision_has_its_four_parts() -> None:
    parts = ("**Context.**", "**Decision.**", "**Consequences.**", "**Alternatives.**")
    found = (ROOT / "docs/decisions").glob("0*.md")
    texts = {path.name: path.read_text() for path in found}

    assert [name for name, text in texts.items() if any(part not in text for part in parts)] == []
