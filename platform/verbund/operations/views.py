"""`/-/ready`: can this host's site work?"""

from collections.abc import Callable

from django.db import Error
from django.db.transaction import atomic
from django.http import HttpRequest, JsonResponse

from verbund.operations.checks import CHECKS, notes


def ready(request: HttpRequest) -> JsonResponse:
    """200 if all is fine for this host's tenant, else 503 naming what is not."""
    checks = {name: _holds(check) for name, check in CHECKS.items()}
    fine = all(checks.values())
    return JsonResponse(
        {"status": "ok" if fine else "not ready", **checks, **notes()},
        status=200 if fine else 503,
        headers={"Cache-Control": "no-store"},
    )


def _holds(check: Callable[[], bool]) -> bool:
    try:
        with atomic():
            return check()
    except Error:
        return False
