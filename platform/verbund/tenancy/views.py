"""`/-/ready`: can this host's site work?"""

from django.db import Error
from django.http import HttpRequest, JsonResponse

from verbund.tenancy.connection import connection
from verbund.tenancy.domain.migration import fingerprint
from verbund.tenancy.models import SchemaState


def ready(request: HttpRequest) -> JsonResponse:
    """200 if database and migrations are fine for this tenant, else 503 naming what is not."""
    try:
        state = SchemaState.objects.filter(schema_name=connection.schema_name).first()
        checks = {
            "database": True,
            "migrations": state is not None and state.fingerprint == fingerprint(),
        }
    except Error:
        checks = {"database": False, "migrations": False}
    status = 200 if all(checks.values()) else 503
    return JsonResponse(
        {"status": "ok" if status == 200 else "not ready", **checks},
        status=status,
        headers={"Cache-Control": "no-store"},
    )
