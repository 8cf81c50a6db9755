"""Log lines as JSON, each with its tenant and the request that it belongs to, none with a person.

The request's id comes from the proxy where one is believed; so a line of the proxy's log and the
lines that the platform wrote meanwhile are found by one search.
"""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import uuid4

from verbund.common.redaction import redacted

_request_id: ContextVar[str] = ContextVar("request_id", default="")
FROM_A_PROXY = re.compile(r"[A-Za-z0-9-]{8,64}")
NUMBERS = ("status", "milliseconds")


def current_request_id() -> str:
    """Of the request that this thread answers; empty in a job or a command."""
    return _request_id.get()


@contextmanager
def request_id(said: str = "") -> Iterator[str]:
    """Lines inside the block carry this id; one that is no plain word is replaced by a new one.

    Inside another request (a preview) the outer id stays.
    """
    chosen = _request_id.get() or (said if FROM_A_PROXY.fullmatch(said) else uuid4().hex)
    token = _request_id.set(chosen)
    try:
        yield chosen
    finally:
        _request_id.reset(token)


class JsonFormatter(logging.Formatter):
    """One JSON object a line: what happened, and what is known of its tenant and request.

    Texts are redacted one by one, so that the line stays JSON whatever was taken out.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redacted(record.getMessage()),
        }
        # What the line itself names counts more than the schema of the moment.
        tenant = getattr(record, "tenant", None) or getattr(record, "schema_name", None)
        for name, value in (("tenant", tenant), ("request", current_request_id())):
            if value:
                line[name] = str(value)
        for name in NUMBERS:
            if hasattr(record, name):
                line[name] = getattr(record, name)
        if record.exc_info:
            line["exception"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)
