"""Work that goes on beside the jobs for as long as a worker runs: it has no clock and no tenant."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread

from django.db import connections

log = logging.getLogger("verbund.jobs")
LEAVE_SECONDS = 30.0


@dataclass(frozen=True)
class Companion:
    """`run` works until the event is set; `once` does what waits, and ends."""

    name: str
    run: Callable[[Event], None]
    once: Callable[[], object]


_companions: list[Companion] = []


def accompany(companion: Companion) -> None:
    """To be called in an app's ready()."""
    _companions.append(companion)


def run_once() -> None:
    for companion in _companions:
        companion.once()


@contextmanager
def companions() -> Iterator[None]:
    """All of them, each in a thread of its own, for as long as the block lasts."""
    stop = Event()
    threads = [
        Thread(target=_run, args=(companion, stop), name=companion.name)
        for companion in _companions
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(LEAVE_SECONDS)


def _run(companion: Companion, stop: Event) -> None:
    try:
        companion.run(stop)
    except Exception:  # the jobs go on; the log says what is missing
        log.exception("%s ended.", companion.name)
    finally:
        connections.close_all()
