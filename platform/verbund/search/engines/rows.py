"""Writes the rows of the index, in the transaction of whoever changed the object."""

import json
from binascii import crc32
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from ..analysis.document import Field, document_fields, document_vector, document_words
from ..analysis.lexemes import KIND, LANGUAGE, LONGEST, LOT, LOTS, TENANT, TOPIC
from ..analysis.version import analysis_version
from .base import Entry
from .groups import alone_or_in_compound
from .spelling import edits_allowed, keys
from .tables import Tables


@dataclass(frozen=True, slots=True)
class PostgresIndex:
    tables: Tables = Tables()

    def put(self, entries: Iterable[Entry]) -> None:
        """Writes or replaces rows; their words are learnt when the transaction is through."""
        entries = list(entries)
        if not entries:
            return
        with connection.cursor() as cursor:
            cursor.executemany(self._upsert(), [_row(entry) for entry in entries])
        words = words_of(entries)
        # Not before the commit: two transactions with the same new words would wait for each other.
        transaction.on_commit(lambda: self.learn(words), robust=True)

    def _upsert(self) -> str:
        values = ", ".join(_CASTS.get(name, f"%({name})s") for name in _COLUMNS)
        updates = ", ".join(f"{name} = EXCLUDED.{name}" for name in _COLUMNS)
        return f"""
            INSERT INTO {self.tables.rows} (tenant_id, {", ".join(_COLUMNS)}, updated)
            SELECT id, {values}, now() FROM {self.tables.tenants} WHERE uuid = %(tenant)s
            ON CONFLICT (tenant_id, object_key) DO UPDATE SET {updates}, updated = now()"""

    def learn(self, words: dict[str, str]) -> None:
        """Keeps words as candidates for spellings; each search asks whether it may show one."""
        rows = [
            {
                "word": word,
                "display": shown,
                "lexeme": alone_or_in_compound(word),
                "keys": list(keys(word)),
            }
            for word, shown in sorted(words.items())
        ]
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {self.tables.words} (word, display, lexeme, keys)"
                " SELECT word, display, lexeme, keys FROM jsonb_to_recordset(%s::jsonb)"
                " AS new (word text, display text, lexeme text, keys text[])"
                " ON CONFLICT DO NOTHING",
                [json.dumps(rows)],
            )

    def forget_words(self) -> int:
        """Removes words that no row has any more; the number of words."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {self.tables.words} w WHERE NOT EXISTS"
                f" (SELECT 1 FROM {self.tables.rows} r WHERE r.vector @@ w.lexeme::tsquery)"
            )
            return cursor.rowcount

    def remove(self, tenant: UUID, object_keys: Collection[str]) -> None:
        if object_keys:
            self._delete(tenant, "AND object_key = ANY(%s)", sorted(object_keys))

    def keep_only(self, tenant: UUID, object_keys: Collection[str]) -> None:
        self._delete(tenant, "AND object_key != ALL(%s)", sorted(object_keys))

    def change_paths(self, tenant: UUID, old: str, new: str) -> None:
        """Addresses that begin with `old` begin with `new`; both end with a slash."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {self.tables.rows} SET path = %s || substr(path, %s), updated = now()"
                f" WHERE {self._of_tenant()} AND starts_with(path, %s)",
                [new, len(old) + 1, tenant, old],
            )

    def entries(self, tenant: UUID) -> Iterator[Entry]:
        """The rows of a tenant as they were put."""
        names = [name for name in _COLUMNS if name not in ("visibility", "vector", "analysis")]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(names)}, visibility = 'network' FROM {self.tables.rows}"
                f" WHERE {self._of_tenant()} ORDER BY object_key",
                [tenant],
            )
            for row in cursor.fetchall():
                values = dict(zip([*names, "network"], row, strict=True))
                values["topics"] = tuple(values["topics"])
                values["keywords"] = tuple(values["keywords"])
                values["free_days"] = tuple(values["free_days"])
                yield Entry(tenant=tenant, **values)

    def _of_tenant(self) -> str:
        return f"tenant_id = (SELECT id FROM {self.tables.tenants} WHERE uuid = %s)"

    def _delete(self, tenant: UUID, condition: str, object_keys: list[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {self.tables.rows} WHERE {self._of_tenant()} {condition}",
                [tenant, object_keys],
            )


def words_of(entries: Iterable[Entry]) -> dict[str, str]:
    """The words of entries that are long enough to be misspelt, each in a spelling to be shown."""
    return {
        word: shown
        for entry in entries
        for word, shown in document_words(_fields(entry), entry.language).items()
        if edits_allowed(word) and len(word) <= LONGEST
    }


_COLUMNS = (
    "object_key",
    "plugin",
    "kind",
    "visibility",
    "language",
    "title",
    "summary",
    "body",
    "path",
    "topics",
    "keywords",
    "date",
    "visible_until",
    "free_days",
    "vector",
    "analysis",
)

# PostgreSQL does not guess these types in a SELECT.
_CASTS = {
    "topics": "%(topics)s::text[]",
    "keywords": "%(keywords)s::text[]",
    "date": "%(date)s::date",
    "visible_until": "%(visible_until)s::timestamptz",
    "free_days": "%(free_days)s::date[]",
    "vector": "%(vector)s::tsvector",
}


def _fields(entry: Entry) -> tuple[Field, ...]:
    return document_fields(entry.title, entry.topics, entry.keywords, entry.summary, entry.body)


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "tenant": entry.tenant,
        "object_key": entry.object_key,
        "plugin": entry.plugin,
        "kind": entry.kind,
        "visibility": "network" if entry.network else "own",
        "language": entry.language,
        "title": entry.title,
        "summary": entry.summary,
        "body": entry.body,
        "path": entry.path,
        "topics": list(entry.topics),
        "keywords": list(entry.keywords),
        "date": entry.date,
        "visible_until": entry.visible_until,
        "free_days": list(entry.free_days),
        "vector": document_vector(_fields(entry), entry.language, entry.date, _labels(entry)),
        "analysis": analysis_version(),
    }


def _labels(entry: Entry) -> Iterator[tuple[str, str]]:
    """What the row is: filters that the index answers together with the words."""
    yield TENANT, entry.tenant.hex
    yield KIND, entry.kind
    yield LANGUAGE, entry.language
    yield LOT, str(crc32(f"{entry.tenant}{entry.object_key}".encode()) % LOTS)
    yield from ((TOPIC, topic) for topic in entry.topics)
