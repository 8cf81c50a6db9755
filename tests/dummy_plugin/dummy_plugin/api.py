"""The read API at /api/v1/dummies."""

from django.http import HttpRequest
from ninja import Router

from verbund.plugin import current_tenant

router = Router()


@router.get("", summary="Dummies")
def list_dummies(request: HttpRequest) -> dict[str, object]:
    return {"count": 1, "items": [current_tenant().name], "next": None}
