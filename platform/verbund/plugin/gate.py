"""What is on for a tenant: every kind of contribution asks here, no plugin ever does."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from verbund.plugin.config import ContributingConfig, PluginConfig
from verbund.tenancy.context import maybe_tenant
from verbund.tenancy.models import Tenant
from verbund.tenancy.registry import registry


def plugins() -> list[PluginConfig]:
    """All installed plugins, by label."""
    found = [config for config in apps.get_app_configs() if isinstance(config, PluginConfig)]
    return sorted(found, key=lambda config: config.label)


def find_plugin(label: str) -> PluginConfig | None:
    """The installed plugin of this label."""
    return next((config for config in plugins() if config.label == label), None)


def contributors() -> list[ContributingConfig]:
    """The core's parts and all plugins, in the order of INSTALLED_APPS."""
    return [one for one in apps.get_app_configs() if isinstance(one, ContributingConfig)]


def is_enabled(label: str, tenant: Tenant | None = None) -> bool:
    """Whether the tenant (default: the current one) has this plugin on."""
    tenant = tenant or maybe_tenant()
    return tenant is not None and (tenant.pk, label) in registry.current().plugins


def is_on(config: ContributingConfig, tenant: Tenant | None = None) -> bool:
    """As is_enabled; a part of the core is always on."""
    return not isinstance(config, PluginConfig) or is_enabled(config.label, tenant)


def contributed(kind: str) -> Iterator[tuple[ContributingConfig, Any]]:
    """Everything of a kind with its owner, on or off: for what is fixed for the process."""
    for config in contributors():
        for contribution in config.contributions(kind):
            yield config, contribution


def active(kind: str, tenant: Tenant | None = None) -> list[Any]:
    """What the tenant gets of a kind, by ``order`` where the kind has one."""
    found = [one for config, one in contributed(kind) if is_on(config, tenant)]
    return sorted(found, key=lambda one: getattr(one, "order", 0))


def model_is_on(app_label: str, tenant: Tenant | None = None) -> bool:
    """Whether an app's models are in use: false only for a plugin that is off."""
    config = apps.get_app_config(app_label)
    return not isinstance(config, PluginConfig) or is_enabled(config.label, tenant)
