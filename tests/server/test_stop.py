"""SIGTERM loses no request and no job: what runs ends first, what died is taken again once."""

import http.client
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.demo_site import free_port
from tests.demo_template import VERBUND, environment
from tests.isolation.test_processes import database_url
from verbund.plugin import stalled
from verbund.plugin.jobs import enqueue
from verbund.server import processes
from verbund.server.processes import Child
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

SOON = 60.0


@pytest.fixture
def start(own_database: str, tmp_path: Path) -> Iterator[Callable[..., Child]]:
    """Starts a process of the platform on this test's database."""
    with ExitStack() as ending:

        def begin(*command: str, port: int = 0) -> Child:
            environ = environment(tmp_path, database_url(), port or 80) | {"VERBUND_DEBUG": "1"}
            log = tmp_path / f"{command[0]}-{time.monotonic_ns()}.log"
            child = processes.start(command[0], (*VERBUND, *command), environ, log)
            ending.callback(child.end)
            return child

        yield begin


@contextmanager
def locked(table: str) -> Iterator[None]:
    """Whoever reads the table waits: that is what makes a request or a job slow."""
    with psycopg.connect(database_url()) as holder:
        holder.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield
        holder.rollback()


def test_a_request_that_runs_is_answered_before_the_server_ends(
    start: Callable[..., Child],
) -> None:
    port = free_port()
    server = start("serve", f"--port={port}", "--workers=1", "--threads=2", port=port)
    until(lambda: status_of(port, "/-/health") == 200)

    with ThreadPoolExecutor() as pool:
        with locked("dortmund.wagtailcore_page"):
            slow = pool.submit(status_of, port, "/", 60)
            until(somebody_waits)
            server.process.send_signal(signal.SIGTERM)
            time.sleep(1.5)
            assert not slow.done()
            assert not server.ended
        assert slow.result(60) == 200

    assert server.process.wait(30) == 0


def test_a_job_that_runs_ends_before_the_worker_does(start: Callable[..., Child]) -> None:
    put_a_job_of("dortmund")
    worker = start("worker", "--concurrency=1")

    with locked("dortmund.mailing_outgoingmail"):
        until(lambda: states() == ["doing"] and somebody_waits())
        worker.process.send_signal(signal.SIGTERM)
        time.sleep(1.5)
        assert not worker.ended
        assert states() == ["doing"]

    assert worker.process.wait(SOON) == 0
    assert (states(), attempts()) == (["succeeded"], [1])


def test_the_job_of_a_worker_that_was_killed_is_taken_again_once(
    start: Callable[..., Child],
) -> None:
    put_a_job_of("dortmund")
    worker = start("worker", "--concurrency=1")
    with locked("dortmund.mailing_outgoingmail"):
        until(lambda: states() == ["doing"] and somebody_waits())
        os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.wait(SOON)
    assert stalled.take_again() == 0, "it may still live: it was heard of a moment ago"
    assert states() == ["doing"]

    assert [stalled.take_again(silent=0), stalled.take_again(silent=0)] == [1, 0]
    assert states() == ["todo"]

    start("worker", "--once").process.wait(SOON)
    assert (states(), attempts()) == (["succeeded"], [2])


def test_a_job_that_kills_its_worker_is_given_up(own_database: str) -> None:
    put_a_job_of("dortmund")
    for _time in range(stalled.MOST_ATTEMPTS):
        rows("UPDATE procrastinate_jobs SET status = 'doing' RETURNING id")
        stalled.take_again()

    assert states() == ["failed"]


def put_a_job_of(schema: str) -> None:
    with tenant_context(Tenant.objects.get(schema_name=schema)):
        enqueue("mailing.deliver")


def status_of(port: int, path: str, timeout: float = 10) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", path, headers={"Host": f"dortmund.test:{port}"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except ConnectionRefusedError:
        return 0
    finally:
        connection.close()


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SOON
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def rows(query: str) -> list[tuple]:
    with psycopg.connect(database_url()) as database:
        return database.execute(query).fetchall()


def somebody_waits() -> bool:
    return bool(rows("SELECT 1 FROM pg_locks WHERE NOT granted"))


def states() -> list[str]:
    task = "SELECT status::text FROM procrastinate_jobs WHERE task_name = 'verbund.run_job'"
    return [status for (status,) in rows(task)]


def attempts() -> list[int]:
    task = "SELECT attempts FROM procrastinate_jobs WHERE task_name = 'verbund.run_job'"
    return [number for (number,) in rows(task)]
