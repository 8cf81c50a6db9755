"""Reads over the registry, answered from this process's copy of it."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from verbund.tenancy.enums import READABLE, TenantKind, TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.registry import MembershipInfo, registry


def memberships_of(network: Tenant, day: date | None = None) -> list[MembershipInfo]:
    """Memberships open on a day (default: today)."""
    day = day or timezone.localdate()
    return [
        info
        for info in registry.current().memberships
        if info.network == network.uuid and info.is_open(day)
    ]


def members_of(network: Tenant) -> list[Tenant]:
    """Cities that belong to the network today and that the public may read, by name."""
    tenants = registry.current().tenants
    members = (tenants[info.tenant] for info in memberships_of(network))
    return sorted(_readable(members), key=lambda tenant: tenant.name)


def networks_of(tenant: Tenant) -> list[Tenant]:
    """Networks that a city belongs to today, with a portal that the public may read."""
    snapshot, today = registry.current(), timezone.localdate()
    found = {
        info.network
        for info in snapshot.memberships
        if info.tenant == tenant.uuid and info.is_open(today)
    }
    return sorted(
        _readable(snapshot.tenants[uuid] for uuid in found), key=lambda network: network.name
    )


def search_scope(tenant: Tenant) -> list[Tenant]:
    """Tenants whose network rows a visitor of this site may search: itself and its network."""
    networks = [tenant] if tenant.kind == TenantKind.NETWORK else networks_of(tenant)
    found = {tenant.uuid: tenant}
    for network in networks:
        found |= {one.uuid: one for one in [network, *members_of(network)]}
    return sorted(_readable(found.values()), key=lambda one: one.name)


def archive_years(tenant: Tenant) -> str:
    """Of an archived site, from its first day in a network: "2019–2026"; empty for others."""
    if tenant.status != TenantStatus.ARCHIVED:
        return ""
    joined = [one.joined for one in registry.current().memberships if one.tenant == tenant.uuid]
    first, last = min(joined, default=tenant.created.date()), tenant.archived_on
    return f"{first.year}–{last.year}" if last else str(first.year)


def _readable(tenants: Iterable[Tenant]) -> list[Tenant]:
    return [tenant for tenant in tenants if tenant.status in READABLE]
