"""Switching a plugin on or off in a tenant, with what it needs and what needs it."""

from typing import Any

from django.utils.translation import gettext as _

from verbund.plugin.gate import find_plugin, is_enabled, plugins
from verbund.plugin.settings import UnknownPlugin, parse_settings
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant


class PluginInUse(ValueError):
    """Another plugin that is on needs this one."""


def enable_plugin(tenant: Tenant, label: str, settings: dict[str, Any] | None = None) -> None:
    """Switches a plugin on with those it requires; seeds are the onboarding's.

    :raises UnknownPlugin: it is not installed.
    :raises pydantic.ValidationError: the settings do not fit.
    """
    config = find_plugin(label)
    if config is None:
        raise UnknownPlugin(f"No plugin “{label}” is installed.")
    if settings is not None:
        parse_settings(label, settings)
    for required in config.requires:
        if not is_enabled(required, tenant):
            enable_plugin(tenant, required)
    was_on = is_enabled(label, tenant)
    set_plugin(tenant, label, enabled=True, settings=settings)
    if not was_on:
        with tenant_context(tenant):
            config.installed(tenant)


def disable_plugin(tenant: Tenant, label: str) -> None:
    """Switches a plugin off; nothing is deleted.

    :raises PluginInUse: naming the plugins that need it.
    """
    config = find_plugin(label)
    users = [one.label for one in plugins() if label in one.requires]
    users = [user for user in users if is_enabled(user, tenant)]
    if users:
        raise PluginInUse(
            _("“%(label)s” is needed by %(users)s: switch those off first.")
            % {"label": label, "users": ", ".join(users)}
        )
    was_on = is_enabled(label, tenant)
    set_plugin(tenant, label, enabled=False)
    if was_on and config is not None:
        with tenant_context(tenant):
            config.uninstalled(tenant)
