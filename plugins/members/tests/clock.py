"""Another time, for what counts days and seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from unittest import mock


@contextmanager
def at(when: datetime) -> Iterator[None]:
    """The block runs at this moment, and time stands still in it."""
    with (
        mock.patch("django.utils.timezone.now", return_value=when),
        mock.patch("time.time", return_value=when.timestamp()),
    ):
        yield
