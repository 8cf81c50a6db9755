"""Joining and leaving a network; both take effect at the next request."""

from datetime import date

from django.utils import timezone

from verbund.tenancy.models import Membership, Network, Tenant


def join_network(
    tenant: Tenant, network: Network, *, joined: date | None = None, focus: str = ""
) -> Membership:
    """Opens a membership; an open one is kept and only its focus changes."""
    membership, _created = Membership.objects.update_or_create(
        network=network,
        tenant=tenant,
        left=None,
        defaults={"focus": focus},
        create_defaults={"focus": focus, "joined": joined or timezone.localdate()},
    )
    return membership


def leave_network(tenant: Tenant, network: Network, *, left: date | None = None) -> None:
    """Ends the open membership on a day (default: today); its history stays."""
    open_one = Membership.objects.filter(network=network, tenant=tenant, left=None).first()
    if open_one:
        open_one.left = left or timezone.localdate()
        open_one.save()
