"""The same request twice is done once: programs repeat what they got no answer to."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db.transaction import atomic
from django.http import HttpRequest
from django.utils import timezone

from verbund.api.models import ApiAnswer, ApiKey

HEADER = "Idempotency-Key"


class AnotherRequest(Exception):
    """The idempotency key was used for a request that said something else."""


def once(request: HttpRequest, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What ``make`` gives, as JSON; without calling it where this request was answered before.

    Two at once wait for each other, since one line holds both. What fails is not remembered.
    :raises AnotherRequest: see there.
    """
    name = request.headers.get(HEADER, "")
    key: ApiKey = request.auth  # type: ignore[attr-defined]  # set by ninja
    with atomic():
        if not name:
            return make()
        answer = _answer_for(key, name, fingerprint(request))
        if not answer.body:
            answer.body = make()
            answer.save(update_fields=["body"])
        return dict(answer.body)


def _answer_for(key: ApiKey, name: str, mark: str) -> ApiAnswer:
    ApiAnswer.objects.filter(api_key=key, idempotency_key=name, made__lt=_oldest()).delete()
    answer, _new = ApiAnswer.objects.get_or_create(
        api_key=key, idempotency_key=name, defaults={"fingerprint": mark}
    )
    if answer.fingerprint != mark:
        raise AnotherRequest
    return answer


def fingerprint(request: HttpRequest) -> str:
    """Of what is asked for: method, address and body."""
    head = f"{request.method} {request.get_full_path()}\n".encode()
    return hashlib.sha256(head + request.body).hexdigest()


def forget_answers() -> None:
    """Those that no program repeats any more."""
    ApiAnswer.objects.filter(made__lt=_oldest()).delete()


def _oldest() -> Any:
    return timezone.now() - ApiAnswer.KEPT_FOR
