"""An index that answers, and the relay at the tests' own pace."""

from collections.abc import Callable, Iterator

import pytest

from verbund.search.domain.building import build
from verbund.search.domain.relaying import relay_all
from verbund.search.engines.elasticsearch import client
from verbund.search.engines.elasticsearch.breaker import breaker


@pytest.fixture
def index(db: None, elasticsearch: str) -> str:
    """All rows of the cast are in the index, and nothing waits; its alias."""
    build()
    return elasticsearch


@pytest.fixture
def pass_on() -> Callable[[], int]:
    """What waits is passed on and can be found."""

    def run() -> int:
        sent = relay_all()
        client.client().indices.refresh(index=client.alias())
        return sent

    return run


@pytest.fixture(autouse=True)
def rested() -> Iterator[None]:
    """What one test broke does not rest in the next."""
    yield
    breaker.reset()
