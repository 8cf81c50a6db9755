"""The tests' browser is looked for where it can be, and named when it is missing."""

import sys
from pathlib import Path

import pytest

from tools import needs


def test_the_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)

    assert needs.chromium() == Path(sys.executable)


def test_a_variable_that_names_nothing_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    assert needs.chromium() is None
    assert needs.missing() == ["chromium"]


def test_finds_the_browser_that_playwright_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(needs, "BROWSERS", ())
    monkeypatch.setenv("HOME", str(tmp_path))
    browser = tmp_path / ".cache/ms-playwright/chromium-1200/chrome-linux/chrome"
    browser.parent.mkdir(parents=True)
    browser.touch()

    assert needs.chromium() == browser


def test_says_how_to_get_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    monkeypatch.setenv("PATH", "")

    assert needs.main() == 1

    assert capsys.readouterr().err == (
        "The tests need chromium and java.\n"
        "On Debian: apt-get install chromium default-jre-headless\n"
        "A browser elsewhere is named by CHROMIUM=/path/to/chromium.\n"
    )


def test_looks_for_what_is_named_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")

    assert needs.main(["maven"]) == 1

    assert capsys.readouterr().err == ("The tests need maven.\nOn Debian: apt-get install maven\n")
