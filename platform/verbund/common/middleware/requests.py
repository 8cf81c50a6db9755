"""Gives each request its id and, where logs are JSON, a line that says how it went."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from verbund.common.logs import request_id

log = logging.getLogger("verbund.requests")
ASKED_EVERY_FEW_SECONDS = ("/-/health", "/-/ready")


class RequestLogMiddleware:
    """A line has method, path, status and time taken; neither query nor address of the reader."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Anybody can write the header; only a proxy of ours overwrites it.
        said = request.headers.get("X-Request-Id", "") if settings.SECURE_PROXY_SSL_HEADER else ""
        began = time.monotonic()
        with request_id(said):
            response = self.get_response(request)
            if request.path not in ASKED_EVERY_FEW_SECONDS:
                _write(request, response, began)
        return response


def _write(request: HttpRequest, response: HttpResponseBase, began: float) -> None:
    tenant = getattr(request, "tenant", None)
    log.info(
        "%s %s",
        request.method,
        request.path,
        extra={
            "tenant": getattr(tenant, "schema_name", ""),
            "status": response.status_code,
            "milliseconds": round((time.monotonic() - began) * 1000),
        },
    )
