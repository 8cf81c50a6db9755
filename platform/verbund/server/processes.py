"""Starts processes, watches them and ends them: each by the pid that we kept."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

GRACE_SECONDS = 10.0
PR_SET_PDEATHSIG = 1


class Stopped(Exception):
    """Somebody asked us to stop."""


class StopSignal:
    """Notes that we shall stop; looked at between two steps, so that no step is cut in half."""

    def __init__(self) -> None:
        self.asked = False

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def wait(self, seconds: float = 0.0) -> None:
        """Wait, and raise Stopped as soon as somebody asks."""
        deadline = time.monotonic() + seconds
        while not self.asked:
            left = deadline - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.1))
        raise Stopped

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.asked = True


@dataclass(frozen=True)
class Child:
    """A process that we started, in a session of its own: Ctrl-C reaches us alone."""

    name: str
    process: subprocess.Popen[bytes]

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def end(self) -> None:
        """Ask it to end, then make it; what it started goes with it."""
        if not self.ended:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(GRACE_SECONDS)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def start(
    name: str, command: Sequence[str], environ: Mapping[str, str], log: Path | None = None
) -> Child:
    output = log.open("wb") if log else None
    try:
        process = subprocess.Popen(
            command,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=True,
            preexec_fn=die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  # we have one thread
        )
    finally:
        if output:
            output.close()
    return Child(name, process)


def die_with_parent() -> None:
    """Even a supervisor that is killed leaves no server behind (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def run(name: str, command: Sequence[str], environ: Mapping[str, str], stop: StopSignal) -> int:
    """Run a process to its end; Stopped ends it first."""
    child = start(name, command, environ)
    try:
        while not child.ended:
            stop.wait(0.05)
        return child.process.returncode
    finally:
        child.end()
