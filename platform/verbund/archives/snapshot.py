"""Reads schemas as they were at one moment, however long that takes, and writes them back."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, Any, BinaryIO

from django.db import connection as shared
from django_tenants.utils import quote_schema_name as quoted

from verbund.tenancy.connection import connection

TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p') ORDER BY relname
"""
COLUMNS = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
ORDER BY attnum
"""
KEY = """
SELECT attname FROM pg_index
JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
WHERE indrelid = %s::regclass AND indisprimary ORDER BY array_position(indkey, attnum)
"""
# Identity columns and the older serial ones alike; a clone may have named its sequence anew.
SEQUENCES = """
SELECT relname, attname, sequence
FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
CROSS JOIN LATERAL pg_get_serial_sequence(pg_class.oid::regclass::text, attname) AS sequence
WHERE relnamespace = quote_ident(%s)::regnamespace AND relkind IN ('r', 'p')
  AND sequence IS NOT NULL
ORDER BY relname, attname
"""
# Texts that are the same on every server, to the last digit.
EXACT = (
    "SET LOCAL TimeZone = 'UTC'",
    "SET LOCAL DateStyle = 'ISO'",
    "SET LOCAL IntervalStyle = 'iso_8601'",
)


class Snapshot:
    """All schemas of the database at one moment; reads only."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def tables(self, schema: str) -> list[str]:
        return [name for (name,) in self.rows(TABLES, [quoted(schema)])]

    def rows(self, sql: str, parameters: Any = None) -> list[Any]:
        self._cursor.execute(sql, parameters)
        found: list[Any] = self._cursor.fetchall()
        return found

    def write_table(self, schema: str, table: str, target: BinaryIO) -> int:
        """A table as CSV with a line of headings, in the order of its key; the number of rows."""
        full = f"{quoted(schema)}.{quoted(table)}"
        columns = ", ".join(quoted(name) for (name,) in self.rows(COLUMNS, [full]))
        order = ", ".join(quoted(name) for (name,) in self.rows(KEY, [full])) or "1"
        return self.write_query(f"SELECT {columns} FROM {full} ORDER BY {order}", target)

    def write_query(self, query: str, target: BinaryIO) -> int:
        """As write_table, for chosen columns and rows."""
        with self._cursor.copy(f"COPY ({query}) TO STDOUT WITH (FORMAT csv, HEADER)") as copy:
            for block in copy:
                target.write(block)
        return int(self._cursor.rowcount)

    def sequences(self, schema: str) -> dict[str, list[Any]]:
        """``table.column`` → last value and whether it was given out."""
        found = {}
        for table, column, sequence in self.rows(SEQUENCES, [schema]):
            ((value, called),) = self.rows(f"SELECT last_value, is_called FROM {sequence}")
            found[f"{table}.{column}"] = [value, called]
        return found


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """Of what is committed now; a connection of its own, since the shared one may be at work."""
    holder = shared.copy()
    try:
        with holder.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                for setting in EXACT:
                    cursor.execute(setting)
                yield Snapshot(cursor)
            finally:
                cursor.execute("ROLLBACK")
    finally:
        holder.close()


def empty_tables(schema: str) -> None:
    """Takes out what migrations put in; to be called inside a transaction."""
    with connection.cursor() as cursor:
        for setting in EXACT:
            cursor.execute(setting)
        cursor.execute(TABLES, [quoted(schema)])
        names = [f"{quoted(schema)}.{quoted(name)}" for (name,) in cursor.fetchall()]
        cursor.execute(f"TRUNCATE {', '.join(names)}")


def read_table(schema: str, table: str, source: IO[bytes]) -> int:
    """What write_table() wrote; the headings have to be the table's columns."""
    full = f"{quoted(schema)}.{quoted(table)}"
    heading = source.readline().decode().strip()
    columns = ", ".join(quoted(name.strip('"')) for name in heading.split(","))
    with connection.cursor() as cursor:
        statement = f"COPY {full} ({columns}) FROM STDIN WITH (FORMAT csv)"
        with cursor.copy(statement) as copy:
            while block := source.read(1 << 16):
                copy.write(block)
        return int(cursor.rowcount)


def set_sequences(schema: str, values: Mapping[str, Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SEQUENCES, [schema])
        for table, column, sequence in cursor.fetchall():
            known = values.get(f"{table}.{column}")
            if known:
                cursor.execute("SELECT setval(%s, %s, %s)", [sequence, *known])
