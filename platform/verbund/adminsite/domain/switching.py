"""Switching a plugin in a running site: with the rights and the pages that go with it."""

from dataclasses import dataclass

from django.utils.translation import gettext

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.roles_sync import sync_roles
from verbund.plugin.config import PluginConfig, PluginSettings
from verbund.plugin.gate import find_plugin, is_enabled, plugins
from verbund.plugin.settings import plugin_settings
from verbund.plugin.switching import disable_plugin, enable_plugin
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant, TenantPlugin


class NotReleased(LookupError):
    """The operators have not given this plugin to the tenant."""


@dataclass(frozen=True)
class Released:
    """A plugin that the operators gave to a tenant, and what its admins may do with it."""

    config: PluginConfig
    enabled: bool
    needed_by: tuple[PluginConfig, ...]
    lacks: tuple[str, ...]

    @property
    def may_switch(self) -> bool:
        return not (self.needed_by if self.enabled else self.lacks)

    @property
    def needed_names(self) -> str:
        return ", ".join(str(one.title) for one in self.needed_by)

    @property
    def has_settings(self) -> bool:
        return bool(self.config.settings_model.model_fields)


def released_plugins(tenant: Tenant) -> list[Released]:
    """By title, in the current language."""
    labels = set(TenantPlugin.objects.filter(tenant=tenant).values_list("label", flat=True))
    found = [config for config in plugins() if config.label in labels]
    return sorted(
        (_released(config, tenant, labels) for config in found),
        key=lambda one: str(one.config.title),
    )


def released_plugin(tenant: Tenant, label: str) -> Released:
    """:raises NotReleased: it is not the tenant's."""
    for one in released_plugins(tenant):
        if one.config.label == label:
            return one
    raise NotReleased(label)


def switch_on(tenant: Tenant, label: str) -> None:
    """Switches a released plugin on, gives the roles their rights and makes its start pages.

    Runs inside the tenant.
    :raises NotReleased: it, or one that it requires, is not the tenant's.
    """
    plugin = released_plugin(tenant, label)
    if plugin.lacks:
        raise NotReleased(", ".join(plugin.lacks))
    enable_plugin(tenant, label)
    sync_roles(tenant)
    for seed in plugin.config.contributions("seeds"):
        seed.run(tenant)
    sync_roles(tenant)  # again: some hold for the branch of a page that a seed has made
    record(Act.PLUGIN_ON, title=plugin.config.title, plugin=label)


def switch_off(tenant: Tenant, label: str) -> None:
    """Hides all that the plugin adds; nothing is deleted.

    :raises NotReleased: it is not the tenant's.
    :raises PluginInUse: another plugin that is on needs it.
    """
    plugin = released_plugin(tenant, label)
    disable_plugin(tenant, label)
    record(Act.PLUGIN_OFF, title=plugin.config.title, plugin=label)


def save_settings(tenant: Tenant, plugin: Released, settings: PluginSettings) -> None:
    """Keeps a plugin's settings; the log says which of them changed, not to what."""
    label = plugin.config.label
    before = plugin_settings(label, tenant)
    values = settings.model_dump(mode="json")
    set_plugin(tenant, label, enabled=plugin.enabled, settings=values)
    fields = [
        str(gettext(info.title or name))
        for name, info in type(settings).model_fields.items()
        if getattr(before, name) != getattr(settings, name)
    ]
    if fields:
        record(Act.SETTINGS_CHANGED, title=plugin.config.title, plugin=label, fields=fields)


def _released(config: PluginConfig, tenant: Tenant, labels: set[str]) -> Released:
    users = (one for one in plugins() if config.label in one.requires)
    return Released(
        config,
        enabled=is_enabled(config.label, tenant),
        needed_by=tuple(user for user in users if is_enabled(user.label, tenant)),
        lacks=tuple(_lacking(config, labels)),
    )


def _lacking(config: PluginConfig, labels: set[str]) -> list[str]:
    lacking: list[str] = []
    for name in config.requires:
        required = find_plugin(name)
        if name not in labels or required is None:
            lacking.append(name)
        else:
            lacking += _lacking(required, labels)
    return lacking
