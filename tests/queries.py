"""Counts the queries of a block, without those that only say which schema is meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection
from django.test.utils import CaptureQueriesContext

UNCOUNTED = ("SET search_path", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


@dataclass
class Queries:
    """What was asked, filled when the block ends."""

    asked: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.asked)

    def __str__(self) -> str:
        return "\n".join(self.asked)


@contextmanager
def counted_queries() -> Iterator[Queries]:
    """``with counted_queries() as queries: …`` then ``len(queries) == 5, queries``."""
    queries = Queries()
    with CaptureQueriesContext(connection) as captured:
        yield queries
    queries.asked = [query["sql"] for query in captured if not query["sql"].startswith(UNCOUNTED)]
