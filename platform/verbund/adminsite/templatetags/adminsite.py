"""Tags for the admin's templates and mails."""

from django import template

from verbund.tenancy.context import maybe_tenant
from verbund.tenancy.models import Tenant

register = template.Library()


@register.simple_tag
def current_site() -> Tenant | None:
    """The tenant for which this is rendered: a mail's template knows no request."""
    return maybe_tenant()
