"""Asks for an address and says whether somebody came in; nothing of it stays."""

from collections.abc import Callable
from copy import deepcopy
from enum import StrEnum
from typing import Any

from django.core.cache import caches
from django.core.signals import request_finished
from django.db import close_old_connections, connection, transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

WAYS_IN = ("/anmeldung/?", "/admin/login/", "/konto/anmelden/", "/konto/?")
"""Where people are sent who have to log in first."""
BULK = "/admin/bulk/"
WRITES = ("INSERT", "UPDATE", "DELETE")


class Verdict(StrEnum):
    IN = "in"
    REFUSED = "refused"
    LOGIN = "login"
    NOT_HERE = "not here"
    OTHER_METHOD = "other method"
    BROKEN = "broken"


OPEN = frozenset({Verdict.IN, Verdict.BROKEN})


def visit(client: Client, path: str, form: dict[str, str]) -> tuple[Verdict, Verdict]:
    """What a look and what a sent form came to."""
    return _asked(client.get, path), _asked(client.post, path, form)


def came_in(*verdicts: Verdict) -> bool:
    """Whether one of them opened the door; who stands inside may still be told of a mistake."""
    return bool(OPEN & set(verdicts))


def _asked(ask: Callable[..., Any], path: str, *data: dict[str, str]) -> Verdict:
    client: Client = ask.__self__  # type: ignore[attr-defined]  # a method of a Client
    cookies = deepcopy(client.cookies)
    # So many requests of one address would be too many.
    caches["limits"].clear()
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        response = ask(path, *data)
        _close(response)
        transaction.set_rollback(True)
    client.cookies = cookies
    verdict = verdict_of(response)
    if verdict == Verdict.IN and path.startswith(BULK):
        return Verdict.IN if _works_on_something(response, queries) else Verdict.REFUSED
    return verdict


def _works_on_something(response: Any, queries: CaptureQueriesContext) -> bool:
    """Wagtail lets anybody ask for many things at once, and leaves out what she may not touch."""
    if response.context is not None and "items" in response.context:
        return bool(response.context["items"])
    return any(
        query["sql"].startswith(WRITES) and "django_session" not in query["sql"]
        for query in queries.captured_queries
    )


def _close(response: HttpResponseBase) -> None:
    # A file is let go; the end of the request would let go of the database too.
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)


def verdict_of(response: HttpResponseBase) -> Verdict:
    status = response.status_code
    if status in {401, 403}:
        return Verdict.REFUSED
    if status in {404, 410}:
        return Verdict.NOT_HERE
    if status == 405:
        return Verdict.OTHER_METHOD
    if status >= 500:
        return Verdict.BROKEN
    if status in {301, 302} and response["Location"].startswith(WAYS_IN):
        return Verdict.LOGIN
    return Verdict.IN
