"""The one connection of a process to Elasticsearch, as the settings name it."""

import os
from functools import lru_cache

from django.conf import settings
from elastic_transport.client_utils import DEFAULT
from elasticsearch import Elasticsearch

# How long writing may take; a search has a limit of its own.
REQUEST_SECONDS = 30.0
CONNECTIONS = 16


def client() -> Elasticsearch:
    """Safe for threads; a process that was forked gets its own."""
    return _client(os.getpid(), settings.ELASTICSEARCH_URL)


def alias() -> str:
    """What is searched."""
    return str(settings.ELASTICSEARCH_INDEX)


def next_alias() -> str:
    """What is being built."""
    return f"{alias()}-next"


@lru_cache(maxsize=4)
def _client(process: int, url: str) -> Elasticsearch:
    user, password = settings.ELASTICSEARCH_USER, settings.ELASTICSEARCH_PASSWORD
    return Elasticsearch(
        url.split(","),
        basic_auth=(user, password) if user else None,
        api_key=settings.ELASTICSEARCH_API_KEY or None,
        ca_certs=settings.ELASTICSEARCH_CA_FILE or DEFAULT,
        request_timeout=REQUEST_SECONDS,
        connections_per_node=CONNECTIONS,
        # Who asks has a limit of time, and knows better what to do then.
        max_retries=0,
        retry_on_timeout=False,
    )
