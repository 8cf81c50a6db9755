"""Measures of the web server: requests a second on one connection, and its memory."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class WebServer:
    """A running server; requests name their host."""

    port: int
    pid: int

    def get(self, host: str, path: str) -> int:
        """One request; its status."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path, headers={"Host": host})
            response = connection.getresponse()
            response.read()
            return response.status
        finally:
            connection.close()

    def rate(self, host: str, path: str, seconds: float = 4.0) -> float:
        """Requests a second over one kept connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        done, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            connection.request("GET", path, headers={"Host": host})
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                raise RuntimeError(f"{host}{path} answered {response.status}")
            done += 1
        connection.close()
        return done / (time.perf_counter() - began)

    def memory(self) -> float:
        """Megabytes of the largest process that the server runs."""
        return max(_resident(pid) for pid in _family(self.pid))


@contextmanager
def web_server(database_url: str, port: int) -> Iterator[WebServer]:
    """One worker process of the real server, with the settings of the measures."""
    command = [
        sys.executable, "-m", "verbund", "serve", f"--port={port}", "--workers=1", "--threads=2",
    ]  # fmt: skip
    environ = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "DATABASE_URL": database_url,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "platform"), str(ROOT)]),
    }
    process = subprocess.Popen(command, env=environ, cwd=ROOT)
    server = WebServer(port, process.pid)
    try:
        _wait(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(server: WebServer) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if server.get("localhost", "/-/health") == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server did not start.")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
