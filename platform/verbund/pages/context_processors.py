"""What every template of a site sees: the tenant and its frame."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from verbund.pages.site import site_context
from verbund.tenancy.context import maybe_tenant


def site(request: HttpRequest) -> dict[str, Any]:
    """``tenant`` and ``site`` (verbund.theming.site.SiteContext), worked out when first used."""
    tenant = maybe_tenant()
    return {
        "tenant": tenant,
        "site": SimpleLazyObject(lambda: site_context(request, tenant)),
    }
