"""`verbund plugin new` writes a plugin that works; its own tests prove it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.architecture.sources import ROOT

# What has the same name in each plugin, where a plugin has it at all.
NAMES = {
    "__init__.py", "admin.py", "api.py", "apps.py", "dashboard.py", "demo.py", "models.py",
    "onboarding.py", "search.py", "settings.py", "urls.py", "views.py", "README.md",
    "domain", "locale", "migrations", "templates", "tests",
}  # fmt: skip


def new(folder: Path, *options: str, name: str = "lending") -> None:
    call_command("plugin", "new", name, "--title", "Leihen", "--into", str(folder), *options)


def install(folder: Path, name: str) -> Path:
    """On the path as pip would put it there, entry point included."""
    information = folder / name / f"verbund_{name}-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: verbund-{name}\n")
    camel = name.title()
    entry = f"[verbund.plugins]\n{name} = {name}.apps:{camel}Config\n"
    (information / "entry_points.txt").write_text(entry)
    return folder / name


def run(command: list[str], path: Path, data: Path) -> subprocess.CompletedProcess[str]:
    named = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    paths = os.pathsep.join(map(str, (path, ROOT / "platform", ROOT)))
    environ = {**named, "PYTHONPATH": paths, "VERBUND_TEST_DATA": str(data)}
    return subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


def test_it_has_the_file_names_of_ours(tmp_path: Path) -> None:
    new(tmp_path)

    found = {path.name for path in (tmp_path / "lending" / "lending").iterdir()}
    assert found == NAMES
    assert {path.name for path in (ROOT / "plugins" / "news").iterdir()} >= NAMES


def test_a_dry_run_lists_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(tmp_path, "--dry-run")

    assert "models.py" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "lending").mkdir()

    for options in ([], ["--dry-run"]):
        with pytest.raises(CommandError, match="is there already"):
            new(tmp_path, *options)

    assert list((tmp_path / "lending").iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["Lending", "2lend", "len-ding", "len__ding", "x" * 31, "class", "tests", "news", "pages"],
)
def test_a_name_that_can_not_be_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=name[:10]):
        new(tmp_path, name=name)

    assert list(tmp_path.iterdir()) == []


def test_the_linter_finds_nothing_in_it(tmp_path: Path) -> None:
    new(tmp_path)

    for check in (["check"], ["format", "--check"]):
        command = [sys.executable, "-m", "ruff", *check, str(tmp_path)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_its_own_tests_pass_and_nothing_is_left_to_migrate(tmp_path: Path) -> None:
    new(tmp_path)
    path = install(tmp_path, "lending")

    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = run([*tests, str(path / "lending" / "tests")], path, tmp_path / "data")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "14 passed" in done.stdout
