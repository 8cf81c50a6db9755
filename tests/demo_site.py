"""The demo as people meet it, for tests that need a real server: its own database and media."""

import http.client
import os
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.demo_template import SERVER_FOLDER, VERBUND, Databases, Template, environment
from verbund.embedded import PostgresServer
from verbund.server import processes
from verbund.server.processes import Child

WORKER = ("worker",)
SERVE = ("serve", "--workers=1", "--threads=8")
START_SECONDS = 60.0
PASSWORD = "verbund-demo"


@dataclass(frozen=True)
class Response:
    """What a browser without scripts, cookies and pictures would get."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class DemoSite:
    """A running demo; every site answers at <name>.localhost on one port."""

    port: int
    data: Path

    def address(self, site: str, path: str = "/") -> str:
        """Where a browser finds a page: address("dortmund", "/aktuelles/"); "" is the overview."""
        return f"http://{self.host(site)}:{self.port}{path}"

    def host(self, site: str) -> str:
        return f"{site}.localhost" if site else "localhost"

    def get(self, site: str, path: str, **headers: str) -> Response:
        """One request, redirects not followed; Python resolves no *.localhost."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(
                "GET", path, headers={"Host": f"{self.host(site)}:{self.port}"} | named
            )
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Response(answer.status, found, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="session")
def demo_site(
    test_server: PostgresServer | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DemoSite]:
    """The demo for this worker: server, worker, content."""
    with running_demo(test_server, SERVER_FOLDER, tmp_path_factory.mktemp("demo-site")) as site:
        yield site


@contextmanager
def running_demo(
    server: PostgresServer | None, folder: Path, data: Path, port: int = 0
) -> Iterator[DemoSite]:
    """A copy of the loaded demo with processes of its own, ended by the pids we keep."""
    databases = Databases(server)
    template = Template(databases, folder / "demo")
    template.build()
    name = f"verbund_demo_test_{os.getpid()}"
    site = DemoSite(port or free_port(), data)
    environ = environment(data, databases.url(name), site.port)
    with ExitStack() as ending:
        ending.callback(databases.drop, name)
        template.copy(name, data)
        for command in (SERVE, WORKER):
            log = data / f"{command[0]}.log"
            child = processes.start(command[0], (*VERBUND, *command), environ, log)
            ending.callback(child.end)
            wait_until_ready(site, child)
        yield site


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def wait_until_ready(site: DemoSite, child: Child) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not is_ready(site):
        log = (site.data / f"{child.name}.log").read_text(errors="replace")
        assert not child.ended, f"{child.name} ended by itself.\n{log}"
        assert time.monotonic() < deadline, f"{child.name} is not ready.\n{log}"
        time.sleep(0.1)


def is_ready(site: DemoSite) -> bool:
    try:
        return site.get("dortmund", "/-/ready").status == 200
    except OSError:
        return False
