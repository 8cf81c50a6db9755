"""Writes documents with the version of what was read, and makes and deletes indexes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from elasticsearch.helpers import streaming_bulk

from .client import client
from .documents import ObjectId, document_id, object_id
from .mapping import definition

CHUNK_BYTES = 5_000_000
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one object; `error` is empty when the index has it, or something newer."""

    id: ObjectId
    status: int
    error: str = ""


def next_version() -> int:
    """To be drawn before the rows are read: who draws later has read nothing older."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('public.search_version')")
        return int(cursor.fetchone()[0])


def create_index(name: str) -> None:
    client().indices.create(index=name, **definition())


def delete_index(name: str) -> None:
    client().indices.delete(index=name, ignore_unavailable=True)


def write(
    documents: Mapping[ObjectId, dict[str, Any] | None],
    version: int,
    index: str,
    *,
    is_alias: bool = True,
) -> Iterator[Outcome]:
    """Puts documents; None deletes one. An alias that is not there is never made an index.

    :raises elasticsearch.ApiError: a whole chunk was refused.
    :raises elasticsearch.TransportError: nobody answered.
    """
    outcomes = streaming_bulk(
        client(),
        _actions(documents, version),
        index=index,
        require_alias=is_alias,
        chunk_size=CHUNK,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
    )
    for fine, item in outcomes:
        ((action, told),) = item.items()
        yield _outcome(fine, action, told)


def _actions(
    documents: Mapping[ObjectId, dict[str, Any] | None], version: int
) -> Iterable[dict[str, Any]]:
    for one, source in documents.items():
        action = {"_id": document_id(*one), "version": version, "version_type": "external"}
        if source is None:
            yield {**action, "_op_type": "delete"}
        else:
            yield {**action, "_op_type": "index", "_source": {**source, "version": version}}


def _outcome(fine: bool, action: str, told: dict[str, Any]) -> Outcome:
    status = int(told.get("status", 0))
    if fine or status == 409 or (action == "delete" and status == 404 and "error" not in told):
        return Outcome(object_id(told["_id"]), status)
    error = told.get("error") or {}
    text = f"{error.get('type')}: {error.get('reason')}" if isinstance(error, dict) else str(error)
    return Outcome(object_id(told["_id"]), status, text)
