"""Builds an index of Elasticsearch anew while searches and changes go on, and changes over to it.

A build that was interrupted goes on where it was. Changes made meanwhile reach both indexes by
the relay; what is read here has an older version than theirs and never overwrites them.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection
from django.db.transaction import atomic
from django.utils import timezone
from elasticsearch import ApiError, TransportError

from ..engines.elasticsearch import client
from ..engines.elasticsearch.documents import ObjectId, rows_after
from ..engines.elasticsearch.mapping import fingerprint
from ..engines.elasticsearch.store import create_index, delete_index, next_version, write
from ..models import BuildState, SearchBuild, SearchChange, SearchRow
from .comparing import different_counts, different_samples, note, waiting
from .relaying import HeldUp, IndexLost, relay_all

CHUNK = 500
LOCK = 60_400_039  # of the database, for one build at a time
ROUNDS = 20
PAUSE = 0.5  # seconds between two rounds of comparing
Progress = Callable[[SearchBuild], None]


class BuildError(RuntimeError):
    """The index can't be built; the message says why and what helps."""


class AlreadyBuilding(BuildError):
    """Another process builds."""


class NotAlike(BuildError):
    """The new index differs from the rows: it does not take over."""


def build(progress: Progress = lambda build: None) -> SearchBuild:
    """Fills a new index, or goes on filling one, compares it with the rows, and changes over.

    :raises AlreadyBuilding:
    :raises NotAlike: counts or samples differ even after waiting; the old index still answers.
    :raises BuildError: the server is away, or refuses.
    """
    with _alone():
        try:
            return _build(progress)
        except (ApiError, TransportError, IndexLost, HeldUp) as error:
            raise BuildError(
                f"Elasticsearch does not do its part ({type(error).__name__}: {error})."
                " The next `verbund search rebuild` goes on from here."
            ) from error


def _build(progress: Progress) -> SearchBuild:
    found = _unfinished() or _begin()
    _fill(found, progress)
    _compare(found)
    _change_over(found)
    return found


def drop_old() -> list[str]:
    """Deletes the indexes that answered before; their names."""
    old = list(SearchBuild.objects.filter(state=BuildState.OLD))
    for one in old:
        delete_index(one.index)
        one.delete()
    return [one.index for one in old]


@contextmanager
def _alone() -> Iterator[None]:
    """Held by the connection: a process that is killed lets go of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise AlreadyBuilding("Another process builds the index. Wait for it, or end it.")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _unfinished() -> SearchBuild | None:
    """A build that was interrupted, if it is one of this mapping and these word lists."""
    found = SearchBuild.objects.filter(state=BuildState.BUILDING).first()
    if found is None:
        return None
    aliases = client.client().indices.get_alias(index=found.index, ignore_unavailable=True)
    is_there = client.next_alias() in aliases.get(found.index, {}).get("aliases", {})
    if is_there and found.fingerprint == fingerprint():
        return found
    found.delete()
    return None


def _begin() -> SearchBuild:
    _forget_leftovers()
    name = f"{client.alias()}-{timezone.now():%Y%m%d-%H%M%S-%f}"
    create_index(name)
    client.client().indices.put_alias(index=name, name=client.next_alias())
    # From its commit on the relay tells the new index of changes too.
    return SearchBuild.objects.create(index=name, fingerprint=fingerprint())


def _forget_leftovers() -> None:
    """What a process that was killed left: an index nobody knows, or an alias too many."""
    for leftover in _indexes_of(client.next_alias()):
        if SearchBuild.objects.filter(index=leftover).exists():
            client.client().indices.delete_alias(index=leftover, name=client.next_alias())
        else:
            delete_index(leftover)


def _indexes_of(alias: str) -> list[str]:
    found = client.client().options(ignore_status=404).indices.get_alias(name=alias)
    return list(found.body) if found.meta.status == 200 else []


def _fill(build: SearchBuild, progress: Progress) -> None:
    build.total = SearchRow.objects.count()
    while True:
        version = next_version()
        rows = list(rows_after(build.last_row, CHUNK))
        if not rows:
            return
        documents = {row.id: row.source for row in rows}
        refused = {
            outcome.id: outcome.error
            for outcome in write(documents, version, client.next_alias())
            if outcome.error
        }
        for one, error in refused.items():
            note([one], error)
        build.last_row, build.written = rows[-1].number, build.written + len(rows)
        build.save(update_fields=["last_row", "written", "total"])
        progress(build)


def _compare(build: SearchBuild) -> None:
    """Waits until each tenant's numbers agreed once, and a sample of rows.

    :raises NotAlike:
    """
    newest = SearchChange.objects.order_by("-id").values_list("id", flat=True).first() or 0
    counts: dict[UUID, tuple[int, int]] = {}
    samples: list[ObjectId] = []
    unsettled: set[UUID] | None = None
    for _round in range(ROUNDS):
        relay_all()
        client.client().indices.refresh(index=build.index)
        counts, samples = different_counts(build.index), different_samples(build.index)
        busy = waiting()
        odd = {
            tenant for tenant, numbers in counts.items() if not _explained(tenant, numbers, busy)
        }
        # While people publish no moment may suit all: each tenant must have had one.
        unsettled = odd if unsettled is None else unsettled & odd
        passed_on = not SearchChange.objects.filter(id__lte=newest, attempts=0).exists()
        if passed_on and not unsettled and not set(samples) - busy:
            return
        time.sleep(PAUSE)
    raise NotAlike(
        f"{build.index} has other documents than there are rows: of {counts or 'no tenant'},"
        f" and of a sample {samples or 'none'}. The old index goes on answering."
    )


def _explained(tenant: UUID, numbers: tuple[int, int], busy: set[ObjectId]) -> bool:
    """Whether the difference is no greater than what is still to be passed on."""
    rows, documents = numbers
    return abs(rows - documents) <= sum(one == tenant for one, _ in busy)


def _change_over(build: SearchBuild) -> None:
    """In one step for who searches; if we are killed in between, the next run does it again."""
    others = [name for name in _indexes_of(client.alias()) if name != build.index]
    client.client().indices.update_aliases(
        actions=[
            {"add": {"index": build.index, "alias": client.alias()}},
            *({"remove": {"index": name, "alias": client.alias()}} for name in others),
        ]
    )
    with atomic():
        SearchBuild.objects.filter(state=BuildState.LIVE).update(state=BuildState.OLD)
        build.state, build.ended = BuildState.LIVE, timezone.now()
        build.save()
    client.client().indices.delete_alias(index=build.index, name=client.next_alias())
