"""allauth's limits on the alias `limits`, which holds across tenants and processes.

Its own limiter keeps lists of moments in the default cache: a process's memory, and one list a
tenant. An account is counted at its tenant, an address on all hosts together.
"""

from typing import Any

from allauth.core.exceptions import RateLimited
from allauth.core.internal import ratelimit
from django.http import HttpRequest

from verbund.common.client import address_key
from verbund.common.limits import Limit, TooMany
from verbund.tenancy.context import current_tenant

# An account locks by its own failures; an address (an office behind one line) later.
ACCOUNT = Limit("login.account", "10/15m")
ADDRESS = Limit("login.address", "60/15m")


class Usage:
    """What a try used up; allauth gives it back where the try was right."""

    def __init__(self, limit: Limit, place: str) -> None:
        self._limit, self._place = limit, place

    def rollback(self) -> None:
        self._limit.give_back(self._place)


def count_login(request: HttpRequest, email: str) -> list[Usage]:
    """Counts one try to log in, before it is known whether it is right.

    :raises TooMany: the account or the address has tried too often.
    """
    here = f"{current_tenant().uuid}:{email.strip().lower()}"
    used = []
    for limit, place in ((ADDRESS, address_key(request)), (ACCOUNT, here)):
        limit.hit(place)
        used.append(Usage(limit, place))
    return used


def consume_single_rate(
    request: HttpRequest,
    *,
    app: str,
    action: str,
    rate: ratelimit.Rate,
    key: str | None = None,
    user: Any = None,
    dry_run: bool = False,
    raise_exception: bool = False,
) -> Usage | None:
    """Takes the place of allauth's function of this name; says when to come again."""
    limit = Limit(f"{app}.{action}.{rate.per}", f"{rate.amount}/{int(rate.duration)}s")
    place = _place(request, rate, key, user)
    try:
        (limit.check if dry_run else limit.hit)(place)
    except TooMany as error:
        request.retry_after = error.retry_after  # type: ignore[attr-defined]  # for too_many()
        if raise_exception:
            raise RateLimited from error
        return None
    return Usage(limit, place)


def apply() -> None:
    """Gives allauth this limiter."""
    ratelimit._consume_single_rate = consume_single_rate


def _place(request: HttpRequest, rate: ratelimit.Rate, key: str | None, user: Any) -> str:
    if rate.per == "ip":
        return address_key(request)
    who = key if rate.per == "key" else (user or request.user).pk
    return f"{current_tenant().uuid}:{who}"
