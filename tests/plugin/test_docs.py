"""docs/plugin-api.md is complete: each name of the API, each kind, and a test for each kind."""

import re

from tests.architecture.sources import ROOT
from verbund import plugin
from verbund.plugin.contributions import KINDS

PAGE = (ROOT / "docs" / "plugin-api.md").read_text(encoding="utf-8")
SECTIONS = set(re.findall(r"^### `([^`]+)`$", PAGE, re.MULTILINE))
HOOKS = (ROOT / "tests" / "plugin" / "test_hooks.py").read_text(encoding="utf-8")


def test_each_name_of_the_api_has_a_section() -> None:
    assert sorted(set(plugin.__all__) - SECTIONS) == []


def test_each_kind_has_a_section() -> None:
    assert sorted(KINDS.keys() - SECTIONS) == []


def test_no_section_is_about_what_is_not_there() -> None:
    assert sorted(SECTIONS - set(plugin.__all__) - KINDS.keys()) == []


def test_each_kind_has_a_test() -> None:
    tests = set(re.findall(r"^def test_hook_(\w+)\(", HOOKS, re.MULTILINE))

    assert tests == KINDS.keys()


def test_each_kind_names_its_file() -> None:
    files = dict(re.findall(r"^### `(\w+)`\n+In `(\w+)\.py`", PAGE, re.MULTILINE))

    assert files == {kind: file for kind, (file, _type) in KINDS.items()}


def test_each_check_is_explained() -> None:
    checks = (ROOT / "platform" / "verbund" / "plugin" / "checks.py").read_text()

    assert sorted(set(re.findall(r'id="(verbund\.E\d+)"', checks)) - set(_codes(PAGE))) == []


def test_every_name_can_be_imported() -> None:
    assert [name for name in plugin.__all__ if getattr(plugin, name, None) is None] == []


def _codes(text: str) -> list[str]:
    return re.findall(r"verbund\.E\d+", text)
