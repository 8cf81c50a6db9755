"""What an engine can do; the contract suite in tests/search/ holds for each."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from ..query import SearchQuery, SearchResult


@dataclass(frozen=True, slots=True)
class Entry:
    """A published object as the index takes it; `plugin` is empty for the platform's own."""

    tenant: UUID
    object_key: str
    kind: str
    language: str
    title: str
    path: str
    summary: str = ""
    body: str = ""
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    date: dt.date | None = None
    plugin: str = ""
    network: bool = True
    visible_until: dt.datetime | None = None
    free_days: tuple[dt.date, ...] = ()


class Engine(Protocol):
    """Answers searches, and says what the beginning of one may become."""

    def search(self, query: SearchQuery) -> SearchResult: ...

    def suggest(self, query: SearchQuery) -> tuple[str, ...]: ...


class Index(Protocol):
    """Takes what is published, in the caller's transaction where the engine has one."""

    def put(self, entries: Iterable[Entry]) -> None: ...

    def remove(self, tenant: UUID, object_keys: Collection[str]) -> None: ...
