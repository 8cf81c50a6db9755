"""A real Elasticsearch for the tests, that can be stopped, killed, frozen and started again.

`python -m tests.services.elasticsearch` runs one until Ctrl-C, to try things out; with `tidy`
it deletes what was fetched to a place outside of the checkout.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self
from urllib.request import urlopen

from tests.services.artefact import ServiceError, elasticsearch_home
from verbund.embedded.places import elsewhere, others_reach, own_folder, server_owner
from verbund.server.environment import ROOT

START_SECONDS = 120
STOP_SECONDS = 30
HEAP = "384m"
CACHE = ROOT / "var" / "elasticsearch"
CONFIG = """\
cluster.name: tests
node.name: tests
node.portsfile: true
discovery.type: single-node
network.host: 127.0.0.1
http.port: {port}
transport.port: 0
path.data: {work}/data
path.logs: {work}/logs
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""
OPTIONS = """\
-Xms{heap}
-Xmx{heap}
-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
-XX:-AlwaysPreTouch
-XX:-UsePerfData
-Djava.io.tmpdir={work}/tmp
-XX:ErrorFile={work}/logs/hs_err_pid%p.log
"""


def reachable(folder: Path) -> Path:
    """The folder itself, or one outside where the server's user may go."""
    if server_owner().uid is None or others_reach(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    own_folder(elsewhere(folder))
    return elsewhere(folder)


class ElasticsearchServer:
    """One server with its data under `base`; ends with the process that started it."""

    def __init__(self, base: Path) -> None:
        self.work = reachable(base)
        self._home = elasticsearch_home(reachable(CACHE))
        self._launcher: subprocess.Popen[bytes] | None = None
        self._port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def port(self) -> int:
        return self._port

    def start(self) -> None:
        """Starts it, at the same port as before if it ran before; its data is kept."""
        self._wait_for_port()
        self._configure()
        self._launcher = self._launch()
        self._port = int(self._wait_for_start().rpartition(":")[2])
        urlopen(
            f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=60s", timeout=70
        ).close()
        self._pid = self._server_pid()

    def stop(self) -> None:
        if self._launcher is not None:
            self.thaw()
            self._launcher.terminate()
            self._end(self._launcher)

    def kill(self) -> None:
        """As if the power went: kill -9 of the server that we started."""
        os.kill(self._pid, signal.SIGKILL)
        assert self._launcher is not None
        self._end(self._launcher)

    def freeze(self) -> None:
        """It takes connections and answers nothing."""
        os.kill(self._pid, signal.SIGSTOP)

    def thaw(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGCONT)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.work, ignore_errors=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def _end(self, launcher: subprocess.Popen[bytes]) -> None:
        try:
            launcher.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            launcher.kill()
            launcher.wait()

    def _wait_for_port(self) -> None:
        """A port is held for a moment after a kill."""
        deadline = time.monotonic() + STOP_SECONDS
        while self._port and time.monotonic() < deadline:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                with suppress(OSError):
                    probe.bind(("127.0.0.1", self._port))
                    return
            time.sleep(0.1)

    def _configure(self) -> None:
        for name in ("config", "data", "logs", "tmp"):
            (self.work / name).mkdir(parents=True, exist_ok=True)
        (self.work / "config/elasticsearch.yml").write_text(
            CONFIG.format(work=self.work, port=self._port)
        )
        (self.work / "config/jvm.options").write_text(OPTIONS.format(work=self.work, heap=HEAP))
        shutil.copyfile(
            self._home / "config/log4j2.properties", self.work / "config/log4j2.properties"
        )
        self._ports.unlink(missing_ok=True)
        for path in (self.work, *self.work.rglob("*")):
            server_owner().take(path)

    @property
    def _ports(self) -> Path:
        return self.work / "logs/http.ports"

    def _launch(self) -> "subprocess.Popen[bytes]":
        java = shutil.which("java")
        if java is None:
            raise ServiceError("Java is missing: apt-get install default-jre-headless")
        owner = server_owner()
        become = ["setpriv", "--pdeathsig=TERM"]
        if owner.uid is not None:  # Elasticsearch refuses root
            become += [f"--reuid={owner.uid}", f"--regid={owner.gid}", "--clear-groups"]
        with (self.work / "logs/launcher.log").open("wb") as log:
            return subprocess.Popen(
                [*become, "--", java, *_launcher_arguments(self._home, self.work)],
                cwd=self._home,
                env={"PATH": "/usr/bin:/bin", "ES_TMPDIR": f"{self.work}/tmp"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def _wait_for_start(self) -> str:
        deadline = time.monotonic() + START_SECONDS
        while not (self._ports.exists() and (address := self._ports.read_text().split())):
            assert self._launcher is not None
            if self._launcher.poll() is not None or time.monotonic() > deadline:
                self._launcher.kill()
                log = (self.work / "logs/launcher.log").read_text(errors="replace")
                raise ServiceError(f"Elasticsearch does not start:\n{log[-3000:]}")
            time.sleep(0.1)
        return address[0]

    def _server_pid(self) -> int:
        with urlopen(f"{self.url}/_nodes/_local/process", timeout=10) as answer:
            (node,) = json.load(answer)["nodes"].values()
        return int(node["process"]["id"])


def _launcher_arguments(home: Path, work: Path) -> list[str]:
    return [
        *("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"),
        *("-Dcli.name=server", f"-Dcli.script={home}/bin/elasticsearch"),
        *("-Dcli.libs=lib/tools/server-cli", f"-Des.path.home={home}"),
        *(f"-Des.path.conf={work}/config", "-Des.distribution.type=zip"),
        *("-Des.java.type=ES_JAVA_HOME", "-cp", f"{home}/lib/*:{home}/lib/cli-launcher/*"),
        "org.elasticsearch.launcher.CliToolLauncher",
    ]


def tidy() -> None:
    """Deletes what lies outside of the checkout."""
    if elsewhere(CACHE).exists():
        shutil.rmtree(elsewhere(CACHE))


def main(arguments: list[str]) -> int:
    if arguments == ["tidy"]:
        tidy()
        return 0
    with ElasticsearchServer(ROOT / "var" / "elasticsearch-by-hand") as server:
        print(f"ELASTICSEARCH_URL={server.url}", flush=True)
        with suppress(KeyboardInterrupt):
            signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
