"""Keeps searches from waiting for a server that does not answer: after some failures nobody asks
for a while, then one search tries, and if it is answered all ask again."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

FAILURES = 3
REST_SECONDS = 15.0
LONGEST_REST = 240.0


class Resting(Exception):
    """Nobody asks at the moment."""


@dataclass(slots=True, eq=False)
class Breaker:
    """One a process, safe for threads. `tries` says that the next search is the one that tries."""

    clock: Callable[[], float] = time.monotonic
    _lock: Lock = field(default_factory=Lock)
    _failures: int = 0
    _rest: float = REST_SECONDS
    _until: float = 0.0
    _trying: bool = False

    @property
    def is_open(self) -> bool:
        return self._failures >= FAILURES

    def reset(self) -> None:
        self._succeeded()

    @contextmanager
    def closed(self, *faults: type[Exception]) -> Iterator[bool]:
        """Around a search; yields whether it is the one that tries after a rest.

        :param faults: what counts as a failure of the server; anything else is none.
        :raises Resting: at once, while nobody asks.
        """
        tries = self._enter()
        try:
            yield tries
        except faults:
            self._failed()
            raise
        except BaseException:
            self._trying = False
            raise
        self._succeeded()

    def _enter(self) -> bool:
        with self._lock:
            if not self.is_open:
                return False
            if self._trying or self.clock() < self._until:
                raise Resting
            self._trying = True
            return True

    def _failed(self) -> None:
        with self._lock:
            again = self.is_open
            self._failures += 1
            self._trying = False
            if self.is_open:
                self._rest = min(LONGEST_REST, 2 * self._rest) if again else REST_SECONDS
                self._until = self.clock() + self._rest

    def _succeeded(self) -> None:
        with self._lock:
            self._failures, self._trying = 0, False


breaker = Breaker()
