"""Children are ended by the pid that we kept, with all that they started."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.embedded.conftest import alive
from verbund.server import processes
from verbund.server.processes import Stopped, StopSignal

SLEEP = (sys.executable, "-c", "import time; time.sleep(60)")
DEAF = (
    sys.executable,
    "-c",
    "import signal,time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True)\n"
    "time.sleep(60)",
)
PARENT = (
    sys.executable,
    "-c",
    "import subprocess,sys,time; child = subprocess.Popen([sys.executable, '-c', 'import time; "
    "time.sleep(60)']); print(child.pid, flush=True); time.sleep(60)",
)


def test_ends_a_child() -> None:
    child = processes.start("sleeper", SLEEP, os.environ)
    assert not child.ended

    child.end()

    assert child.ended
    child.end()  # again: nothing to do


def test_ends_a_child_that_does_not_listen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "GRACE_SECONDS", 0.2)
    child = processes.start("deaf", DEAF, os.environ, tmp_path / "log")
    wait_for_line(tmp_path / "log")

    child.end()

    assert child.process.returncode == -signal.SIGKILL


def test_ends_what_a_child_started(tmp_path: Path) -> None:
    child = processes.start("parent", PARENT, os.environ, tmp_path / "log")
    grandchild = int(wait_for_line(tmp_path / "log"))

    child.end()

    wait_until_gone(grandchild)


def test_a_child_dies_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys, time; from verbund.server import processes\n"
        f"child = processes.start('sleeper', {SLEEP!r}, os.environ)\n"
        "print(child.process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()

    wait_until_gone(child)


def test_runs_a_command_to_its_end() -> None:
    command = (sys.executable, "-c", "raise SystemExit(3)")

    assert processes.run("three", command, os.environ, StopSignal()) == 3


def test_a_wish_to_stop_ends_the_command_that_runs() -> None:
    stop = StopSignal()
    stop.asked = True

    with pytest.raises(Stopped):
        processes.run("sleeper", SLEEP, os.environ, stop)


def test_waiting_ends_without_a_wish_to_stop() -> None:
    StopSignal().wait(0.01)


def wait_for_line(path: Path) -> str:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        text = path.read_text()
        if text.endswith("\n"):
            return text.strip()
        time.sleep(0.02)
    raise AssertionError(f"Nothing was written to {path}")


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + 10
    while alive(pid):
        assert time.monotonic() < deadline, f"{pid} still runs"
        time.sleep(0.02)
