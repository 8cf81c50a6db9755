"""The API at /api/v1/dummies."""

from django.http import HttpRequest
from ninja import Router

from verbund.plugin import ApiScope, current_tenant, needs_scope

router = Router()
api_scopes = (ApiScope("dummy:write", "Write dummies"),)


@router.get("", summary="Dummies")
def list_dummies(request: HttpRequest) -> dict[str, object]:
    return {"count": 1, "items": [current_tenant().name], "next": None}


@router.post("", auth=needs_scope("dummy:write"), summary="A dummy")
def make_dummy(request: HttpRequest) -> dict[str, str]:
    return {"made_with": request.auth.name}  # type: ignore[attr-defined]  # the key
