"""How the search stands: what waits to be passed on, who passes it on, which index answers."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils import timezone

from verbund.tenancy.models import Tenant

from ..analysis.version import analysis_version
from ..models import BuildState, Part, SearchBuild, SearchChange, SearchProcess, SearchRow

LIVES = dt.timedelta(seconds=90)  # a relay signs every few seconds, but for one that is held up
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A change that was refused to the last try."""

    site: str
    object_key: str
    attempts: int
    error: str


@dataclass(frozen=True, slots=True)
class Changes:
    """`waiting` and `oldest` (seconds) without those that were refused and wait for another try."""

    waiting: int = 0
    oldest: float = 0.0
    refused: int = 0
    given_up: int = 0
    shown: tuple[GivenUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    name: str
    seen: float  # seconds ago
    sent: int
    lag: float
    failing_since: dt.datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class Index:
    """An index of Elasticsearch; `is_current` says that mapping and word lists are today's."""

    name: str
    state: str
    since: dt.datetime
    is_current: bool
    written: int
    total: int


@dataclass(frozen=True, slots=True)
class SearchState:
    """`server` is its version, or empty with an `error`."""

    rows: int
    rows_of_old_analysis: int
    changes: Changes
    relays: tuple[Process, ...] = ()
    breakers: tuple[Process, ...] = ()
    indexes: tuple[Index, ...] = ()
    documents: int | None = None
    server: str = ""
    error: str = ""
    configured: bool = field(default_factory=lambda: bool(settings.ELASTICSEARCH_URL))

    @property
    def live(self) -> Index | None:
        return next((one for one in self.indexes if one.state == BuildState.LIVE), None)


def search_state() -> SearchState:
    rows = SearchRow.objects.count()
    old = SearchRow.objects.exclude(analysis=analysis_version()).count()
    if not settings.ELASTICSEARCH_URL:
        return SearchState(rows, old, changes())
    # Only here: it needs the client, which others can do without.
    from .server import current_fingerprint, documents, server_version

    version, error = server_version()
    return SearchState(
        rows=rows,
        rows_of_old_analysis=old,
        changes=changes(),
        relays=_processes(Part.RELAY, seen__gt=timezone.now() - LIVES),
        breakers=_processes(Part.BREAKER),
        indexes=_indexes(current_fingerprint()),
        documents=documents() if version else None,
        server=version,
        error=error,
    )


def changes() -> Changes:
    refused = Q(attempts__gt=0, next_try__isnull=False)
    fresh = Q(attempts=0, next_try__isnull=False)
    found = SearchChange.objects.aggregate(
        waiting=Count("pk", filter=fresh),
        oldest=Min("created", filter=fresh),
        refused=Count("pk", filter=refused),
        given_up=Count("pk", filter=Q(next_try=None)),
    )
    oldest = (timezone.now() - found["oldest"]).total_seconds() if found["oldest"] else 0.0
    return Changes(
        found["waiting"], max(0.0, oldest), found["refused"], found["given_up"], _given_up()
    )


def _given_up() -> tuple[GivenUp, ...]:
    names = dict(Tenant.objects.values_list("uuid", "schema_name"))
    entries = SearchChange.objects.filter(next_try=None).order_by("id")[:MOST_SHOWN]
    return tuple(
        GivenUp(names.get(one.tenant, str(one.tenant)), one.object_key, one.attempts, one.error)
        for one in entries
    )


def _processes(part: Part, **conditions: Any) -> tuple[Process, ...]:
    now = timezone.now()
    return tuple(
        Process(
            name=one.name,
            seen=(now - one.seen).total_seconds(),
            sent=one.sent,
            lag=one.lag,
            failing_since=one.failing_since,
            error=one.error,
        )
        for one in SearchProcess.objects.filter(part=part, **conditions).order_by("name")
    )


def _indexes(fingerprint: str) -> tuple[Index, ...]:
    return tuple(
        Index(
            name=one.index,
            state=one.state,
            since=one.ended or one.started,
            is_current=one.fingerprint == fingerprint,
            written=one.written,
            total=one.total,
        )
        for one in SearchBuild.objects.order_by("-started")
    )
