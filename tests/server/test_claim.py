"""One demo a data folder."""

import os
from pathlib import Path

import pytest

from verbund.server.claim import AlreadyRunning, Running, claim, last_run


def test_tells_who_runs_the_demo(tmp_path: Path) -> None:
    with claim(tmp_path / "var", 8000):
        assert last_run(tmp_path / "var") == Running(os.getpid(), 8000)


def test_a_second_one_is_refused_and_learns_of_the_first(tmp_path: Path) -> None:
    with claim(tmp_path, 8000), pytest.raises(AlreadyRunning) as refused, claim(tmp_path, 8001):
        pass

    assert refused.value.running == Running(os.getpid(), 8000)
    assert last_run(tmp_path) == Running(os.getpid(), 8000)


def test_the_next_one_may_after_the_first_has_ended(tmp_path: Path) -> None:
    with claim(tmp_path, 8000):
        pass

    with claim(tmp_path, 8001):
        assert last_run(tmp_path) == Running(os.getpid(), 8001)


def test_nothing_ran_in_a_new_folder(tmp_path: Path) -> None:
    assert last_run(tmp_path) is None
