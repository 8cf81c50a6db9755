"""A cache of whole numbers in the public schema, counted by PostgreSQL itself.

What the alias `limits` needs and Django's database cache can't: an increment that two processes
never lose, one table for all tenants, and rows that go when their time is over.
"""

import time
from collections.abc import Iterable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from verbund.tenancy.connection import connection

TABLE = "public.tenancy_counter"
# So many rows whose time is over go with each new one.
SWEEP = 20
FOR_EVER = 2**53

ADD = f"""
INSERT INTO {TABLE} AS c (key, value, expires) VALUES (%(key)s, %(value)s, %(expires)s)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires
WHERE c.expires <= %(now)s
"""
SET = f"""
INSERT INTO {TABLE} (key, value, expires) VALUES (%(key)s, %(value)s, %(expires)s)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires
"""
GET = f"SELECT value FROM {TABLE} WHERE key = %(key)s AND expires > %(now)s"
INCR = f"""
UPDATE {TABLE} SET value = value + %(delta)s WHERE key = %(key)s AND expires > %(now)s
RETURNING value
"""
TOUCH = f"UPDATE {TABLE} SET expires = %(expires)s WHERE key = %(key)s AND expires > %(now)s"
DELETE = f"DELETE FROM {TABLE} WHERE key = %(key)s"
CLEAN = f"""
DELETE FROM {TABLE} WHERE key IN (
  SELECT key FROM {TABLE} WHERE expires <= %(now)s LIMIT {SWEEP} FOR UPDATE SKIP LOCKED
)
"""


class CounterCache(BaseCache):
    """Keeps whole numbers; another value is a TypeError."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        new = self._run(ADD, key, version, value=_whole(value), timeout=timeout) == 1
        if new:
            self._run(CLEAN, key, version)
        return new

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        row = self._row(GET, key, version)
        return default if row is None else row

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        self._run(SET, key, version, value=_whole(value), timeout=timeout)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        value = self._row(INCR, key, version, delta=_whole(delta))
        if value is None:
            raise ValueError(f"Key {key!r} not found")
        return value

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._run(TOUCH, key, version, timeout=timeout) == 1

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._run(DELETE, key, version) == 1

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        for key in keys:
            self.delete(key, version)

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")

    def _run(
        self,
        statement: str,
        key: str,
        version: int | None,
        timeout: Any = DEFAULT_TIMEOUT,
        **values: Any,
    ) -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement, self._values(key, version, timeout) | values)
            return cursor.rowcount

    def _row(self, statement: str, key: str, version: int | None, **values: Any) -> int | None:
        with connection.cursor() as cursor:
            cursor.execute(statement, self._values(key, version) | values)
            row = cursor.fetchone()
        return None if row is None else row[0]

    def _values(
        self, key: str, version: int | None, timeout: Any = DEFAULT_TIMEOUT
    ) -> dict[str, Any]:
        ends = self.get_backend_timeout(timeout)
        return {
            "key": self.make_and_validate_key(key, version=version),
            "now": time.time(),
            "expires": FOR_EVER if ends is None else ends,
        }


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"The cache `limits` keeps whole numbers, not {value!r}.")
    return value
