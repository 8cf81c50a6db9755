"""The relay in the worker: looks for changes, passes them on, and waits longer when it can't."""

import logging
import os
import socket
import time
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, get_ident

from django.db import DatabaseError
from django.utils import timezone
from elasticsearch import ApiError, TransportError

from verbund.tenancy.connection import connection

from .domain import relaying
from .domain.relaying import Batch, HeldUp, IndexLost
from .models import Part, SearchProcess

log = logging.getLogger("verbund.search")
IDLE = 0.3  # seconds between two looks while nothing changes
LONGEST_PAUSE = 30.0
SIGN_OF_LIFE = 5.0
FORGOTTEN = timedelta(days=1)


@dataclass(slots=True)
class Relay:
    """One per thread; several may run, in one process or in many."""

    name: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{get_ident()}")
    pause: float = IDLE
    failing: bool = False
    signed: float = float("-inf")

    def run(self, stop: Event) -> None:
        while True:
            self.step()
            if stop.wait(self.pause):
                SearchProcess.objects.filter(pk=self.name).delete()
                return

    def step(self) -> None:
        """Passes one batch on, and says how it went."""
        try:
            connection.set_schema_to_public()
            batch = relaying.relay()
            if batch.held_up:
                raise HeldUp(batch.held_up)
            self._went_well(batch)
        except (ApiError, TransportError, IndexLost, HeldUp) as error:
            self._failed(error)
        except DatabaseError:
            log.exception("The relay can't read the changes.")
            connection.close()
            self._wait_longer()

    def _went_well(self, batch: Batch) -> None:
        if self.failing:
            log.warning("Elasticsearch takes changes again.")
        self.pause = 0.0 if batch else IDLE
        if batch or self.failing or time.monotonic() - self.signed > SIGN_OF_LIFE:
            self.failing = False
            self._sign(batch, "")

    def _failed(self, error: Exception) -> None:
        if not self.failing:
            log.warning("Elasticsearch takes no changes, they wait: %s", error)
        self._wait_longer()
        self._sign(Batch(), f"{type(error).__name__}: {error}"[:2000])
        self.failing = True

    def _wait_longer(self) -> None:
        self.pause = min(LONGEST_PAUSE, max(IDLE, 2 * self.pause))

    def _sign(self, batch: Batch, error: str) -> None:
        now = timezone.now()
        self.signed = time.monotonic()
        row, new = SearchProcess.objects.get_or_create(
            pk=self.name, defaults={"part": Part.RELAY, "seen": now}
        )
        row.seen, row.error = now, error
        row.sent += batch.sent
        row.lag = batch.lag if batch else row.lag
        row.failing_since = (row.failing_since or now) if error else None
        row.save()
        if new:
            SearchProcess.objects.filter(seen__lt=now - FORGOTTEN).delete()


def run(stop: Event) -> None:
    Relay().run(stop)


def once() -> None:
    """Passes on what waits; if it can't, the log says why."""
    relay = Relay()
    relay.step()
    while not relay.pause:
        relay.step()
    SearchProcess.objects.filter(pk=relay.name).delete()
