"""Every process's own copy of the registry: hosts, tenants, plugins and memberships.

A request looks its host up here without a query. Triggers in the database raise a version
when the registry changes; a copy older than VERBUND_REGISTRY_MAX_AGE asks for it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from verbund.tenancy.models import Membership, RegistryVersion, Tenant, TenantPlugin


@dataclass(frozen=True)
class MembershipInfo:
    """A membership that is open on some day; tenants by uuid."""

    network: UUID
    tenant: UUID
    joined: date
    left: date | None
    focus: str

    def is_open(self, day: date) -> bool:
        return self.joined <= day and (self.left is None or day < self.left)


@dataclass(frozen=True)
class Snapshot:
    """The registry as it was at one version."""

    version: int = 0
    hosts: MappingProxyType[str, Tenant] = field(default_factory=lambda: MappingProxyType({}))
    tenants: MappingProxyType[UUID, Tenant] = field(default_factory=lambda: MappingProxyType({}))
    plugins: frozenset[tuple[int, str]] = frozenset()
    plugin_settings: MappingProxyType[tuple[int, str], dict[str, Any]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    memberships: tuple[MembershipInfo, ...] = ()


class Registry:
    """Hands out snapshots; safe for threads, one query a second at most while nothing changes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._snapshot = Snapshot()
        self._checked = float("-inf")

    def current(self) -> Snapshot:
        """The registry, at most VERBUND_REGISTRY_MAX_AGE seconds old."""
        if self._clock() - self._checked <= settings.VERBUND_REGISTRY_MAX_AGE:
            return self._snapshot
        with self._lock:
            if self._clock() - self._checked > settings.VERBUND_REGISTRY_MAX_AGE:
                self._refresh()
        return self._snapshot

    def expire(self) -> None:
        """The next call of current() reads the registry anew."""
        self._checked = float("-inf")
        self._snapshot = Snapshot(hosts=self._snapshot.hosts)

    def _refresh(self) -> None:
        checked = self._clock()
        version = _read_version()
        if version != self._snapshot.version:
            self._snapshot = _read_snapshot(version)
        self._checked = checked


def _read_version() -> int:
    # Read before the tables: a change in between only means one more reading.
    with connection.cursor() as cursor:
        table = RegistryVersion._meta.db_table
        cursor.execute(f'SELECT version FROM public."{table}"')
        row = cursor.fetchone()
    return row[0] if row else 0


def _read_snapshot(version: int) -> Snapshot:
    tenants = {tenant.pk: tenant for tenant in Tenant.objects.prefetch_related("domains")}
    hosts: dict[str, Tenant] = {}
    for tenant in tenants.values():
        for domain in tenant.domains.all():
            hosts[domain.domain] = tenant
            if domain.is_primary:
                tenant.__dict__["_canonical_domain"] = domain.domain
    plugins = list(TenantPlugin.objects.filter(enabled=True))
    return Snapshot(
        version=version,
        hosts=MappingProxyType(hosts),
        tenants=MappingProxyType({tenant.uuid: tenant for tenant in tenants.values()}),
        plugins=frozenset((row.tenant_id, row.label) for row in plugins),
        plugin_settings=MappingProxyType(
            {(row.tenant_id, row.label): row.settings for row in plugins}
        ),
        memberships=tuple(
            MembershipInfo(
                network=tenants[row.network.tenant_id].uuid,
                tenant=tenants[row.tenant_id].uuid,
                joined=row.joined,
                left=row.left,
                focus=row.focus,
            )
            for row in Membership.objects.select_related("network")
        ),
    )


registry = Registry()
