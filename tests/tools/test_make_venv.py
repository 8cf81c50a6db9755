"""The environment is made from a lock, once, and says what it lacks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import make_venv


@pytest.fixture(autouse=True)
def empty_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project without dependencies that needs nothing to be built."""
    (tmp_path / "empty.lock").write_text("")
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)


def test_says_that_python_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_venv, "NEEDED", (99, 0))
    monkeypatch.setattr(make_venv, "NEWER", ())

    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed, python3 is 3\."):
        make_venv.main()


def test_does_nothing_when_nothing_changed(tmp_path: Path) -> None:
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "pip").touch()
    make_venv.write("./.venv", "lock", make_venv.digest("empty.lock", sys.version))
    make_venv.write("./.venv", "project", make_venv.digest("pyproject.toml", os.getcwd()))

    make_venv.make("./.venv", "empty.lock")

    assert (folder / ".ok").exists()


def test_fails_when_a_package_cannot_be_installed(tmp_path: Path) -> None:
    (tmp_path / "empty.lock").write_text("no-such-package==1.0\n")
    script = Path(make_venv.__file__)

    done = subprocess.run(
        [sys.executable, str(script), ".venv", "empty.lock"],
        cwd=tmp_path, env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""},
        capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert not (tmp_path / ".venv" / ".ok").exists()
