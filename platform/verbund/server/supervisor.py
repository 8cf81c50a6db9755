"""`verbund demo`: prepares what is needed, runs the demo's processes, and ends them all."""

import http.client
import os
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from verbund.embedded import ServerError, for_data_dir
from verbund.server import environment, preparation, processes
from verbund.server.claim import AlreadyRunning, claim, last_run
from verbund.server.environment import ROOT, SettingError
from verbund.server.processes import Child, Stopped, StopSignal
from verbund.server.welcome import welcome

VERBUND = (sys.executable, "-m", "verbund")
HEALTH_SECONDS = 120.0
# How long the processes of a supervisor that was killed may take to leave the port.
LEFTOVER_SECONDS = 12.0


class DemoError(Exception):
    """The demo can't run; the message says why and what helps."""


def main() -> int:
    stop = StopSignal()
    stop.listen()
    data = environment.data_dir()
    try:
        port = environment.chosen_port()
        with claim_demo(data, port, stop):
            run(data, port, stop)
    except Stopped:
        say("Stopped; nothing of the demo runs any more.")
    except AlreadyRunning as error:
        return fail(describe(error))
    except (DemoError, SettingError, ServerError) as error:
        return fail(str(error))
    return 0


def claim_demo(data: Path, port: int, stop: StopSignal) -> ExitStack:
    """Hold the demo's lock, with a port that is free."""
    before = last_run(data)
    with ExitStack() as holding:
        holding.enter_context(claim(data, port))
        deadline = time.monotonic() + (LEFTOVER_SECONDS if before and before.port == port else 0)
        while not environment.port_is_free(port):
            if time.monotonic() >= deadline:
                raise DemoError(f"Port {port} is taken. Use another one: make demo PORT={port + 1}")
            stop.wait(0.1)
        return holding.pop_all()


def run(data: Path, port: int, stop: StopSignal) -> None:
    began = time.monotonic()
    with ExitStack() as ending:
        database = start_database(data, ending)
        environ = environment.demo_environment(data, port)
        prepare(data, database, environ, stop)
        logs = data / "log"
        logs.mkdir(exist_ok=True)
        serve = ("serve", f"--port={port}", "--workers=1", "--threads=8")
        web = launch("server", serve, environ, logs, ending)
        wait_until_healthy(web, port, logs, stop)
        worker = launch("worker", ("worker", "--nice=10"), environ, logs, ending)
        say(welcome(ROOT, port, time.monotonic() - began, logs))
        watch([web, worker], logs, stop)


def start_database(data: Path, ending: ExitStack) -> str | None:
    """Start the embedded server; what tells its data from other data, None for a foreign one."""
    if os.environ.get("DATABASE_URL"):
        return None
    server = for_data_dir(data)
    server.start()
    ending.callback(server.stop)
    server.create_database(environment.DATABASE)
    return server.created()


def prepare(data: Path, database: str | None, environ: Mapping[str, str], stop: StopSignal) -> None:
    for step in preparation.pending(preparation.STEPS, ROOT, data, database):
        stop.wait()
        say(f"{step.label} …")
        code = processes.run(step.label, (*VERBUND, *step.command), environ, stop)
        if code:
            raise DemoError(f"`verbund {' '.join(step.command)}` failed with exit code {code}.")
        preparation.mark_done(step, ROOT, data, database)


def launch(
    name: str, command: tuple[str, ...], environ: Mapping[str, str], logs: Path, ending: ExitStack
) -> Child:
    child = processes.start(name, (*VERBUND, *command), environ, logs / f"{name}.log")
    ending.callback(child.end)
    return child


def wait_until_healthy(web: Child, port: int, logs: Path, stop: StopSignal) -> None:
    deadline = time.monotonic() + HEALTH_SECONDS
    while not is_healthy(port):
        complain_if_ended(web, logs)
        if time.monotonic() > deadline:
            raise DemoError(f"The server gives no answer. See {logs / 'server.log'}")
        stop.wait(0.1)


def is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/-/health", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def watch(children: list[Child], logs: Path, stop: StopSignal) -> None:
    """Until somebody asks us to stop, or a child ends by itself."""
    while True:
        for child in children:
            complain_if_ended(child, logs)
        stop.wait(0.5)


def complain_if_ended(child: Child, logs: Path) -> None:
    if child.ended:
        log = logs / f"{child.name}.log"
        end = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        code = child.process.returncode
        raise DemoError(f"{end}\nThe {child.name} ended by itself (exit code {code}). See {log}")


def describe(error: AlreadyRunning) -> str:
    if error.running is None:
        return "The demo is being started by another process. Nothing was changed."
    address = f"http://localhost:{error.running.port}/"
    return f"The demo runs already at {address} (pid {error.running.pid}). Nothing was changed."


def say(text: str) -> None:
    print(text, flush=True)


def fail(text: str) -> int:
    print(text, file=sys.stderr, flush=True)
    return 1
