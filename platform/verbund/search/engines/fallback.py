"""Elasticsearch answers, or else the table: nobody waits longer than the limit for it."""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from django.utils import timezone
from elasticsearch import ApiError, ConnectionTimeout, TransportError

from ..models import Part, SearchProcess
from ..query import Fallback, SearchQuery, SearchResult
from .base import Engine
from .elasticsearch.breaker import Breaker, Resting, breaker
from .elasticsearch.engine import ElasticsearchEngine, TooSlow
from .elasticsearch.scope import TooFarBehind
from .postgres import PostgresEngine

Answer = TypeVar("Answer")

log = logging.getLogger("verbund.search")
FAULTS = (ApiError, TransportError, TooSlow)
# Who tries whether it is back does not wait long for the answer.
TRYING_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class FallingBack:
    table: Engine = PostgresEngine()
    breaker: Breaker = breaker

    def search(self, query: SearchQuery) -> SearchResult:
        answer = self._ask(lambda engine: engine.search(query))
        if isinstance(answer, Fallback):
            return replace(self.table.search(query), fallback=answer)
        return answer

    def suggest(self, query: SearchQuery) -> tuple[str, ...]:
        answer = self._ask(lambda engine: engine.suggest(query))
        return self.table.suggest(query) if isinstance(answer, Fallback) else answer

    def _ask(self, question: Callable[[Engine], Answer]) -> Answer | Fallback:
        """The answer, or why the table has to give it."""
        was_open = self.breaker.is_open
        try:
            with self.breaker.closed(*FAULTS) as tries:
                answer = question(ElasticsearchEngine(seconds=TRYING_SECONDS) if tries else _ENGINE)
        except Resting:
            return Fallback.AWAY
        except TooFarBehind:
            return Fallback.BEHIND
        except FAULTS as error:
            self._note(error, was_open)
            return (
                Fallback.SLOW if isinstance(error, TooSlow | ConnectionTimeout) else Fallback.AWAY
            )
        if was_open:
            log.warning("Elasticsearch answers again.")
            SearchProcess.objects.filter(pk=_name()).delete()
        return answer

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
