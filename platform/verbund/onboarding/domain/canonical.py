"""Another host becomes the one that all addresses of a site name; the others redirect to it."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.transaction import atomic
from django.utils.translation import gettext as _

from verbund.onboarding.domain.site_tree import sync_site
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.acts import Change, record_act
from verbund.tenancy.models import Domain, Tenant


def make_canonical(
    tenant: Tenant, domain: str, *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """From the next request; Wagtail's own note of the host follows. Not inside ``atomic()``.

    :raises ValidationError: the host is not this site's, or not proven yet.
    """
    row = Domain.objects.filter(tenant=tenant, domain=domain).first()
    if row is None:
        raise ValidationError(_("“%s” is no domain of this site, or not proven yet.") % domain)
    now = tenant.canonical_domain
    change = Change("canonical", tenant.name, {"domain": now}, {"domain": domain})
    if not change or dry_run:
        return change
    with atomic():
        row.is_primary = True
        row.save()
        record_act("canonical", tenant, by=by, before=change.before, after=change.after)
    tenant.__dict__.pop("_canonical_domain", None)
    with tenant_context(tenant), atomic():
        sync_site(tenant, domain)
    return change
