"""Real workers of the installation that a test is, as processes of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import quote, urlencode

from django.conf import settings

from verbund.tenancy.connection import connection


def database_url() -> str:
    """The database that this test works on."""
    parameters = connection.settings_dict
    place = urlencode({"host": parameters["HOST"], "port": parameters["PORT"]})
    return f"postgresql://{quote(parameters['USER'])}@/{parameters['NAME']}?{place}"


def command(*arguments: str) -> "subprocess.Popen[str]":
    """A command of ours, started; it works on the test's database and index."""
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "ELASTICSEARCH_INDEX": settings.ELASTICSEARCH_INDEX,
        "ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "verbund", *arguments],
        cwd=settings.VERBUND_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def end(processes: Sequence["subprocess.Popen[str]"]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.communicate(timeout=60)


@contextmanager
def workers(number: int) -> Iterator[list["subprocess.Popen[str]"]]:
    started = [command("worker") for _number in range(number)]
    try:
        yield started
    finally:
        end(started)
