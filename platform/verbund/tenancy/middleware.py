"""From the request's host to its tenant; a host that is nobody's gets a plain 404."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotFound,
    HttpResponsePermanentRedirect,
)
from django.http.response import HttpResponseBase
from django.urls import get_resolver

from verbund.tenancy.certificates import CERTIFICATE, may_have_certificate
from verbund.tenancy.connection import connection
from verbund.tenancy.context import maybe_tenant
from verbund.tenancy.models import Tenant
from verbund.tenancy.names import normalise_host
from verbund.tenancy.registry import registry


class TenantMiddleware:
    """Enters the tenant for the request and leaves it afterwards.

    Hosts are compared without case, port and trailing dot. ``www.`` and further domains are
    sent to the canonical one. Wagtail's previews run the middleware again inside a request:
    they stay where they are, whatever the *Sites* of the tenant say.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if getattr(request, "is_dummy", False):
            return self._preview(request)
        connection.set_schema_to_public()
        if request.path == CERTIFICATE:
            return may_have_certificate(request)
        host = _host_of(request)
        tenant = registry.current().hosts.get(host.removeprefix("www."))
        if tenant is None:
            return _without_tenant(request, host)
        if host != tenant.canonical_domain:
            return _to_canonical(request, tenant)
        return self._serve(request, tenant)

    def _serve(self, request: HttpRequest, tenant: Tenant) -> HttpResponseBase:
        connection.set_tenant(tenant)
        request.tenant = tenant  # type: ignore[attr-defined]  # as django-tenants does
        try:
            return self.get_response(request)
        finally:
            connection.set_schema_to_public()

    def _preview(self, request: HttpRequest) -> HttpResponseBase:
        tenant = maybe_tenant()
        if tenant is None:
            raise Http404
        request.tenant = tenant  # type: ignore[attr-defined]  # as django-tenants does
        return self.get_response(request)


def _host_of(request: HttpRequest) -> str:
    try:
        return normalise_host(request.get_host())
    except DisallowedHost:
        return ""


def _without_tenant(request: HttpRequest, host: str) -> HttpResponseBase:
    if settings.VERBUND_DEMO and host in {"localhost", "127.0.0.1"}:
        match = get_resolver("verbund.onboarding.demo_site.urls").resolve(request.path_info)
        return match.func(request, *match.args, **match.kwargs)
    return HttpResponseNotFound("Unbekannte Adresse.", content_type="text/plain; charset=utf-8")


def _to_canonical(request: HttpRequest, tenant: Tenant) -> HttpResponse:
    response = HttpResponsePermanentRedirect(tenant.base_url + request.get_full_path())
    if request.method not in {"GET", "HEAD"}:
        response.status_code = 308  # keeps the method and what was sent
    return response
