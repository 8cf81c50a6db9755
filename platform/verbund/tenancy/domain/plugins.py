"""Switching a tenant's plugins; a flag, never a migration."""

from typing import Any

from verbund.tenancy.models import Tenant, TenantPlugin


def set_plugin(
    tenant: Tenant, label: str, *, enabled: bool, settings: dict[str, Any] | None = None
) -> TenantPlugin:
    """Turns a plugin on or off; its settings stay unless new ones are given."""
    defaults: dict[str, Any] = {"enabled": enabled}
    if settings is not None:
        defaults["settings"] = settings
    row, _created = TenantPlugin.objects.update_or_create(
        tenant=tenant, label=label, defaults=defaults
    )
    return row
