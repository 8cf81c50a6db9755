"""An index for one purpose, gone afterwards: what evaluations and measurements search."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from ..tables import Tables
from . import client
from .documents import rows_after
from .engine import ElasticsearchEngine
from .store import CHUNK, create_index, delete_index, write

PATIENCE = 30.0  # seconds; nobody waits for a page here


@contextmanager
def scratch_engine(tables: Tables) -> Iterator[ElasticsearchEngine]:
    """Searches all rows of these tables as they are now."""
    name = f"{client.alias()}-scratch-{uuid4().hex[:12]}"
    create_index(name)
    try:
        fill(name, tables)
        yield ElasticsearchEngine(tables, name, PATIENCE)
    finally:
        delete_index(name)


def fill(name: str, tables: Tables) -> int:
    """The number of documents."""
    last, count = 0, 0
    # A version of its own: nobody else writes here.
    version = time.time_ns()
    while rows := list(rows_after(last, CHUNK, tables)):
        documents = {row.id: row.source for row in rows}
        for outcome in write(documents, version, name, is_alias=False):
            if outcome.error:
                raise ValueError(f"{outcome.id} is not taken: {outcome.error}")
        last, count = rows[-1].number, count + len(rows)
    client.client().indices.refresh(index=name)
    return count
