"""A server that speaks S3 (moto, as a process of its own), for the tests of the uploads."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError

from tests.demo_site import free_port

START_SECONDS = 60


@contextmanager
def s3_server() -> Iterator[str]:
    """Its address; nothing it kept outlives it."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(address):
            assert process.poll() is None, "The S3 server ended by itself."
            assert time.monotonic() < deadline, "The S3 server gives no answer."
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/moto-api/", timeout=5) as response:
            return bool(response.status == 200)
    except (URLError, OSError):
        return False
