"""What the server of Elasticsearch says of itself."""

from elasticsearch import ApiError, TransportError

from ..engines.elasticsearch.client import alias, client
from ..engines.elasticsearch.mapping import fingerprint as current_fingerprint

SECONDS = 2.0

__all__ = ["current_fingerprint", "documents", "is_there", "server_version"]


def server_version() -> tuple[str, str]:
    """The server's version, or why there is none."""
    try:
        return str(client().options(request_timeout=SECONDS).info()["version"]["number"]), ""
    except (ApiError, TransportError) as error:
        return "", f"{type(error).__name__}: {error}"


def documents() -> int | None:
    """How many documents are searched; None: there is no index."""
    try:
        return int(client().options(request_timeout=SECONDS).count(index=alias())["count"])
    except (ApiError, TransportError):
        return None


def is_there(seconds: float = 0.5) -> bool:
    """Whether the index can be asked."""
    try:
        return bool(client().options(request_timeout=seconds).indices.exists_alias(name=alias()))
    except (ApiError, TransportError):
        return False
