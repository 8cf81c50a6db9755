"""Advisory locks of the database: one provisioning, one migration at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from django.db import connection


class Busy(RuntimeError):
    """Somebody else does the same thing at this moment."""


@contextmanager
def advisory_lock(name: str, *, wait: bool = True) -> Iterator[None]:
    """Held by a connection of its own, since work on schemas closes the usual one.

    :raises Busy: it is taken and ``wait`` is False.
    """
    holder = connection.copy()
    key = crc32(f"verbund:{name}".encode())
    try:
        with holder.cursor() as cursor:
            if wait:
                cursor.execute("SELECT pg_advisory_lock(%s)", [key])
            else:
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
                row = cursor.fetchone()
                if not (row and row[0]):
                    raise Busy(f"“{name}” is running already. Try again when it has ended.")
        try:
            yield
        finally:
            # Said aloud: closing gives the connection back to the pool, lock and all.
            with holder.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
    finally:
        holder.close()
