"""Elasticsearch answers, or else the table: nobody waits longer than the limit for it."""

import logging
import os
import socket
from dataclasses import dataclass, replace

from django.utils import timezone
from elasticsearch import ApiError, ConnectionTimeout, TransportError

from ..models import Part, SearchProcess
from ..query import Fallback, SearchQuery, SearchResult
from .base import Engine
from .elasticsearch.breaker import Breaker, Resting, breaker
from .elasticsearch.engine import ElasticsearchEngine, TooSlow
from .elasticsearch.scope import TooFarBehind
from .postgres import PostgresEngine

log = logging.getLogger("verbund.search")
FAULTS = (ApiError, TransportError, TooSlow)
# Who tries whether it is back does not wait long for the answer.
TRYING_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class FallingBack:
    table: Engine = PostgresEngine()
    breaker: Breaker = breaker

    def search(self, query: SearchQuery) -> SearchResult:
        was_open = self.breaker.is_open
        try:
            with self.breaker.closed(*FAULTS) as tries:
                engine = ElasticsearchEngine(seconds=TRYING_SECONDS) if tries else _ENGINE
                result = engine.search(query)
        except Resting:
            return self._by_table(query, Fallback.AWAY)
        except TooFarBehind:
            return self._by_table(query, Fallback.BEHIND)
        except FAULTS as error:
            self._note(error, was_open)
            slow = isinstance(error, TooSlow | ConnectionTimeout)
            return self._by_table(query, Fallback.SLOW if slow else Fallback.AWAY)
        if was_open:
            log.warning("Elasticsearch answers again.")
            SearchProcess.objects.filter(pk=_name()).delete()
        return result

    def _by_table(self, query: SearchQuery, why: Fallback) -> SearchResult:
        return replace(self.table.search(query), fallback=why)

    def _note(self, error: Exception, was_open: bool) -> None:
        """The log and `search status` learn it when the breaker opens, not with each search."""
        if was_open or not self.breaker.is_open:
            return
        log.warning("Elasticsearch does not answer, the table does: %s", error)
        now = timezone.now()
        SearchProcess.objects.update_or_create(
            pk=_name(),
            defaults={
                "part": Part.BREAKER,
                "seen": now,
                "failing_since": now,
                "error": f"{type(error).__name__}: {error}"[:2000],
            },
        )


_ENGINE = ElasticsearchEngine()


def _name() -> str:
    return f"{socket.gethostname()}:{os.getpid()}:searches"
