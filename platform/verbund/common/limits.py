"""How often somebody may try: counts on the cache alias `limits`, across tenants and processes."""

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from django.core.cache import caches
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

RATE = re.compile(r"(\d+)/(\d*)([smhd])")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class TooMany(Exception):
    """The limit is reached; ``retry_after`` says in how many seconds it opens again."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"Too many tries; again in {retry_after} seconds.")


@dataclass(frozen=True)
class Limit:
    """So many hits a time for each key, e.g. ``Limit("login", "5/10m")``.

    :param rate: number, slash, number of s, m, h or d (the number may be left out for one).
    :raises ValueError: at the first use of a rate that is none.
    """

    name: str
    rate: str

    def hit(self, key: str) -> None:
        """Counts one try of ``key``.

        :raises TooMany: this try is over the limit.
        """
        count, period = self._rate
        place, ends_in = self._place(key, period)
        cache = caches["limits"]
        cache.add(place, 0, timeout=ends_in)
        try:
            hits = cache.incr(place)
        except ValueError:
            # Its time ended between the two calls: this is the first try of the next.
            cache.add(place, 1, timeout=period)
            hits = 1
        if hits > count:
            raise TooMany(ends_in)

    def check(self, key: str) -> None:
        """Counts nothing.

        :raises TooMany: the next try would be over the limit.
        """
        count, period = self._rate
        place, ends_in = self._place(key, period)
        if caches["limits"].get(place, 0) >= count:
            raise TooMany(ends_in)

    def give_back(self, key: str) -> None:
        """Takes back one try of ``key``: it was no failure."""
        _count, period = self._rate
        place, _ends_in = self._place(key, period)
        # Where the time of the try is over there is nothing to take back.
        with suppress(ValueError):
            caches["limits"].decr(place)

    def reset(self, key: str) -> None:
        """Forgets the tries of ``key``, e.g. after the right password."""
        _count, period = self._rate
        caches["limits"].delete(self._place(key, period)[0])

    @cached_property
    def _rate(self) -> tuple[int, int]:
        found = RATE.fullmatch(self.rate)
        if not found:
            raise ValueError(f"Unexpected rate {self.rate!r}, use e.g. '5/10m'.")
        return int(found[1]), int(found[2] or 1) * SECONDS[found[3]]

    def _place(self, key: str, period: int) -> tuple[str, int]:
        # Windows begin at another second for each key, so that nobody waits for the full hour.
        # The key is hashed: addresses of people have no business in a cache.
        hashed = salted_hmac("verbund.common.limits", f"{self.name}:{key}", algorithm="sha256")
        offset = int(hashed.hexdigest()[:8], 16) % period
        window, passed = divmod(int(time.time()) + offset, period)
        return f"{self.name}:{hashed.hexdigest()[:40]}:{window}", period - passed


def in_words(seconds: int) -> str:
    """How long to wait, rounded up: "30 seconds", "5 minutes", "2 hours"."""
    if seconds < 90:
        return ngettext("%d second", "%d seconds", seconds) % seconds
    minutes = -(-seconds // 60)
    if minutes < 90:
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    hours = -(-minutes // 60)
    return ngettext("%d hour", "%d hours", hours) % hours
