"""What is promised outside the code: locks, commands, licence, ignored state, German messages."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from .sources import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([a-z0-9-]+(?:\[[a-z,]+\])?)==(\S+)", re.MULTILINE)
TARGETS = ("demo", "test", "test-slow", "test-elasticsearch", "check", "bench", "help")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text()

    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_each_pin_of_a_lock_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", (ROOT / name).read_text(), flags=re.MULTILINE)
    pins = [entry for entry in entries if PINNED.match(entry)]

    assert len(pins) > 40
    assert [entry for entry in pins if "--hash=sha256:" not in entry] == []


def test_what_runs_is_what_was_tested() -> None:
    runs, tested = (dict(PINNED.findall((ROOT / name).read_text())) for name in LOCKS)

    assert {name: version for name, version in runs.items() if tested.get(name) != version} == {}


def test_no_lock_with_addresses_is_kept() -> None:
    assert [path.name for path in ROOT.glob("*") if path.name in {"uv.lock", "pylock.toml"}] == []


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text()

    assert "make demo" in readme
    assert "make test" in readme


@pytest.mark.parametrize("target", TARGETS)
def test_make_has(target: str) -> None:
    assert re.search(rf"^{target}:.*## .+$", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_ci_calls_the_commands_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111 == 0o111
    assert re.findall(r"^make (\S+)$", script.read_text(), re.MULTILINE) == [
        "check",
        "test",
        "test-slow",
        "test-elasticsearch",
    ]


def test_the_licence_is_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text()[:200]


def test_state_is_ignored_by_git() -> None:
    assert "/var/" in (ROOT / ".gitignore").read_text().splitlines()


def test_german_is_complete() -> None:
    output = StringIO()

    call_command("compile_messages", check=True, stdout=output)

    assert output.getvalue() == "All messages are there in German.\n"
