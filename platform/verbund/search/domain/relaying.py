"""Passes changes of rows on to Elasticsearch: in any order and twice, if need be, and still right.

A batch draws its version before it reads the rows. Whoever draws later reads nothing older, so
the highest version is always the newest state, however many relays there are.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.transaction import atomic
from elasticsearch import ApiError

from ..engines.elasticsearch import client
from ..engines.elasticsearch.documents import ObjectId, rows_of
from ..engines.elasticsearch.store import Outcome, next_version, write
from ..models import BuildState, SearchBuild

BATCH = 500
# After an object was refused; afterwards it waits for a person.
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 3600, 14400))
# Refused for what a document is: another one, or a full disk, has nothing to do with it.
FOR_ITS_CONTENT = frozenset({400, 413})
MISSING = "index_not_found_exception"

Documents = Mapping[ObjectId, dict[str, Any] | None]


class IndexLost(RuntimeError):
    """The index that should be there is not; only a rebuild helps."""


class HeldUp(RuntimeError):
    """The server takes nothing at the moment: its disk is full, or it has too much to do."""


@dataclass(slots=True)
class Batch:
    """Changes that this relay holds: the numbers of their entries by object."""

    entries: dict[ObjectId, list[int]] = field(default_factory=lambda: defaultdict(list))
    lag: float = 0.0  # seconds from the oldest change until it was passed on
    sent: int = 0
    failed: int = 0
    held_up: str = ""  # why changes were left as they are, to be passed on soon

    def __len__(self) -> int:
        return sum(map(len, self.entries.values()))


def relay(limit: int = BATCH) -> Batch:
    """Passes one batch on; what another relay holds is left to it.

    :raises elasticsearch.ApiError: it refuses everything.
    :raises elasticsearch.TransportError: nobody answers.
    :raises IndexLost: the index was deleted.
    """
    with atomic():
        targets = _targets()
        batch = _take(limit) if targets else Batch()
        if batch.entries:
            _pass_on(batch, targets)
    return batch


def relay_all() -> int:
    """Passes on all that waits; the number of objects.

    :raises HeldUp: and whatever `relay` raises.
    """
    sent = 0
    while batch := relay():
        sent += batch.sent
        if batch.held_up:
            raise HeldUp(batch.held_up)
    return sent


def _targets() -> list[str]:
    """What is searched, and what is being built."""
    states = set(SearchBuild.objects.values_list("state", flat=True))
    names = {BuildState.LIVE: client.alias(), BuildState.BUILDING: client.next_alias()}
    return [name for state, name in names.items() if state in states]


def _take(limit: int) -> Batch:
    batch = Batch()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT id, tenant, object_key,
                extract(epoch FROM clock_timestamp() - created)::float8
            FROM search_searchchange WHERE next_try <= clock_timestamp()
            ORDER BY id LIMIT %s FOR UPDATE SKIP LOCKED""",
            [limit],
        )
        for number, tenant, object_key, age in cursor.fetchall():
            batch.entries[tenant, object_key].append(number)
            batch.lag = max(batch.lag, age)
    return batch


def _pass_on(batch: Batch, targets: list[str]) -> None:
    started = time.monotonic()
    version = next_version()
    rows = {row.id: row.source for row in rows_of(list(batch.entries))}
    documents = {one: rows.get(one) for one in batch.entries}
    outcomes = [outcome for target in targets for outcome in _send(documents, version, target)]
    errors = {outcome.id: outcome for outcome in outcomes if outcome.error}
    done = [one for one in batch.entries if one not in errors]
    _forget(batch, done)
    for one, outcome in errors.items():
        if outcome.status in FOR_ITS_CONTENT:
            _keep(batch.entries[one], outcome.error)
            batch.failed += 1
        else:
            batch.held_up = outcome.error
    batch.sent = len(done)
    batch.lag += time.monotonic() - started


def _send(documents: Documents, version: int, target: str) -> Iterator[Outcome]:
    """What is refused as a whole is tried in halves, until the one is found that is to blame."""
    try:
        outcomes = list(write(documents, version, target))
    except ApiError as error:
        if error.status_code not in FOR_ITS_CONTENT:
            raise
        if len(documents) == 1:
            (one,) = documents
            yield Outcome(one, error.status_code, str(error))
            return
    else:
        if any(MISSING in outcome.error for outcome in outcomes):
            raise IndexLost(f"There is no index {target}. Run `verbund search rebuild`.")
        yield from outcomes
        return
    halves = list(documents.items())
    middle = len(halves) // 2
    for half in (halves[:middle], halves[middle:]):
        yield from _send(dict(half), version, target)


def _forget(batch: Batch, done: list[ObjectId]) -> None:
    """Deletes entries that were passed on, and those of the same objects that were given up."""
    numbers = [number for one in done for number in batch.entries[one]]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_searchchange WHERE id = ANY(%s)", [numbers])
        cursor.execute(
            """
            DELETE FROM search_searchchange WHERE next_try IS NULL AND (tenant, object_key) IN (
                SELECT * FROM unnest(%s::uuid[], %s::text[]))""",
            [[tenant for tenant, _ in done], [key for _, key in done]],
        )


def _keep(numbers: list[int], error: str) -> None:
    """Notes an error: the next try is later and later, and after the last one there is none."""
    pauses = [pause.total_seconds() for pause in PAUSES]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE search_searchchange SET error = %s, attempts = attempts + 1,
                next_try = clock_timestamp() + (%s::float8[])[attempts + 1] * interval '1 second'
            WHERE id = ANY(%s)""",
            [error[:2000], pauses, numbers],
        )


def retry_given_up() -> int:
    """A person asks for one more round; the number of entries."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_searchchange SET attempts = 0, next_try = clock_timestamp()"
            " WHERE next_try IS NULL"
        )
        return cursor.rowcount
