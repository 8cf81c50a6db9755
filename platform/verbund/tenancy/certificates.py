"""`/-/certificate?domain=…`: what a proxy asks before it gets a certificate for a host.

A host stands in the registry only after its tenant has proven that it owns it.
"""

from django.http import HttpRequest, HttpResponse

from verbund.tenancy.names import normalise_host
from verbund.tenancy.registry import registry

CERTIFICATE = "/-/certificate"


def may_have_certificate(request: HttpRequest) -> HttpResponse:
    """200 for a host that is served here, its www. included; 404 for every other."""
    host = normalise_host(request.GET.get("domain", ""))
    known = host.removeprefix("www.") in registry.current().hosts
    return HttpResponse(
        "yes" if known else "no",
        status=200 if known else 404,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
