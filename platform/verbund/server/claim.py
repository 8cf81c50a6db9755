"""One demo a data folder: who runs it says so in a locked file, which a death unlocks."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Running:
    """The demo that runs, or that ran last."""

    pid: int
    port: int


class AlreadyRunning(Exception):
    """Another process runs the demo of this data folder."""

    def __init__(self, running: Running | None) -> None:
        super().__init__("The demo runs already.")
        self.running = running


@contextmanager
def claim(data: Path, port: int) -> Iterator[None]:
    """Hold the demo of `data`; AlreadyRunning if another process does."""
    data.mkdir(parents=True, exist_ok=True)
    path = state_file(data)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(last_run(data)) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps({"pid": os.getpid(), "port": port}).encode(), 0)
        yield
    finally:
        os.close(handle)


def last_run(data: Path) -> Running | None:
    try:
        return Running(**json.loads(state_file(data).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def state_file(data: Path) -> Path:
    return data / "demo.json"
