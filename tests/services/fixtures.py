"""One Elasticsearch a test run, and an index a test."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from tests.demo_template import SERVER_FOLDER
from tests.services.elasticsearch import ElasticsearchServer
from verbund.search.engines.elasticsearch import client


@pytest.fixture(scope="session")
def elasticsearch_server() -> Iterator[ElasticsearchServer]:
    """A real server; a test that stops or freezes it starts it again."""
    with ElasticsearchServer(SERVER_FOLDER / "elasticsearch") as server:
        yield server


@pytest.fixture
def elasticsearch(elasticsearch_server: ElasticsearchServer, settings: Any) -> Iterator[str]:
    """The settings name the server, and aliases that no other test has; the alias."""
    settings.ELASTICSEARCH_URL = elasticsearch_server.url
    settings.ELASTICSEARCH_INDEX = f"test-{uuid4().hex[:8]}"
    yield settings.ELASTICSEARCH_INDEX
    settings.ELASTICSEARCH_URL = elasticsearch_server.url
    found = client.client().indices.get(index=f"{settings.ELASTICSEARCH_INDEX}*")
    for name in found:
        client.client().indices.delete(index=name)
