"""Changing what a tenant shows: the next request of any process sees it."""

from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant


def set_status(tenant: Tenant, status: TenantStatus, note: str = "") -> None:
    """Stores the state and, for a suspended site, what its visitors are told."""
    tenant.status = status
    tenant.status_note = note
    tenant.save(update_fields=["status", "status_note"])
