"""The demo as somebody runs it: started, refused, warm, broken, ended."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.embedded.conftest import alive
from verbund.embedded import PostgresServer, for_data_dir

# On a quiet machine it is 40 seconds cold and five warm; the suite's machine is seldom quiet.
COLD_SECONDS = 240
WARM_SECONDS = 15


@dataclass
class Demo:
    """A supervisor that runs, and what it said."""

    process: subprocess.Popen[str]
    port: int
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            self.lines.extend(output)

    def wait(self, seconds: float = 30) -> int:
        code = self.process.wait(seconds)
        self._reader.join(5)
        return code

    def wait_for(self, text: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while text not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.05)

    @property
    def said(self) -> str:
        return "".join(self.lines)

    @property
    def seconds(self) -> float:
        found = re.search(r"ready after ([\d.]+) s", self.said)
        assert found, self.said
        return float(found[1])

    def get(self, path: str, host: str = "localhost") -> int:
        address = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(address, headers={"Host": f"{host}:{self.port}"})
        with urllib.request.urlopen(request, timeout=20) as response:
            return int(response.status)

    def end(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.wait()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data folder for all tests here, so that only the first pays for the preparation."""
    data = tmp_path_factory.mktemp("demo") / "var"
    yield data
    for_data_dir(data).remove()


@pytest.fixture
def demo(data: Path) -> Iterator[Demo]:
    demo = start(data, free_port())
    try:
        demo.wait_for("Ctrl-C ends all", COLD_SECONDS)
        yield demo
    finally:
        if demo.process.poll() is None:
            demo.end()


def start(data: Path, port: int, database: str = "") -> Demo:
    environ = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environ |= {"VERBUND_DATA_DIR": str(data), "PORT": str(port), "DATABASE_URL": database}
    process = subprocess.Popen(
        [sys.executable, "-m", "verbund", "demo"],
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Demo(process, port)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def descendants(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [one for child in map(int, children) for one in (child, *descendants(child))]


def command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def wait_until_gone(pids: list[int]) -> None:
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in pids):
        assert time.monotonic() < deadline, [pid for pid in pids if alive(pid)]
        time.sleep(0.05)


@pytest.mark.slow
def test_answers_and_ends_all_it_started(demo: Demo, data: Path) -> None:
    started = descendants(demo.process.pid)

    assert demo.get("/-/health") == 200
    assert demo.get("/", "dortmund.localhost") == 200
    assert len(started) >= 3
    assert demo.end() == 0

    wait_until_gone(started)
    assert not for_data_dir(data).is_running()
    assert "nothing of the demo runs any more" in demo.said


@pytest.mark.slow
def test_is_ready_at_once_when_run_again(demo: Demo) -> None:
    assert demo.seconds < WARM_SECONDS
    assert "Schemas" not in demo.said


@pytest.mark.slow
def test_a_second_one_says_so_and_changes_nothing(demo: Demo, data: Path) -> None:
    second = start(data, free_port())

    assert second.wait() == 1
    assert f"http://localhost:{demo.port}/ (pid {demo.process.pid})" in second.said
    assert demo.get("/-/health") == 200


@pytest.mark.slow
@pytest.mark.parametrize("name", ["serve", "worker"])
def test_says_which_process_died_and_ends_the_others(demo: Demo, data: Path, name: str) -> None:
    started = descendants(demo.process.pid)
    victim = next(pid for pid in started if f"verbund {name}" in command_of(pid))

    os.kill(victim, signal.SIGKILL)

    assert demo.wait() == 1
    who = "server" if name == "serve" else name
    assert f"The {who} ended by itself" in demo.said
    wait_until_gone(started)
    assert not for_data_dir(data).is_running()


@pytest.mark.slow
def test_a_supervisor_that_was_killed_hinders_no_later_one(data: Path) -> None:
    port = free_port()
    first = start(data, port)
    first.wait_for("Ctrl-C ends all", COLD_SECONDS)
    started = descendants(first.process.pid)
    first.end(signal.SIGKILL)
    wait_until_gone(started)

    second = start(data, port)
    second.wait_for("Ctrl-C ends all", COLD_SECONDS)

    assert second.end(signal.SIGTERM) == 0
    assert not for_data_dir(data).is_running()


@pytest.mark.slow
def test_another_database_is_used_and_left_running(tmp_path: Path) -> None:
    server = PostgresServer(tmp_path / "postgres", fast=True)
    with server:
        server.create_database("other")
        demo = start(tmp_path / "var", free_port(), server.url("other"))
        demo.wait_for("Ctrl-C ends all", COLD_SECONDS)

        assert demo.get("/", "dortmund.localhost") == 200
        assert demo.end() == 0

        assert server.is_running()
        assert not (tmp_path / "var" / "postgres").exists()
    server.remove()


def test_a_taken_port_is_named_before_anything_is_changed(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        demo = start(tmp_path / "var", port)

        assert demo.wait() == 1

    assert f"Port {port} is taken. Use another one: make demo PORT={port + 1}" in demo.said
    assert not (tmp_path / "var" / "postgres").exists()


def test_a_port_that_is_none_is_refused(tmp_path: Path) -> None:
    demo = start(tmp_path / "var", -1)

    assert demo.wait() == 1
    assert demo.said == "Unexpected value PORT=-1, use a number from 1 to 65535.\n"
