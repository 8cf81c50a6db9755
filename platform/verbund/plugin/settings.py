"""A plugin's settings in a tenant, as the frozen model that the plugin declares."""

from typing import Any

from pydantic import ValidationError

from verbund.plugin.config import PluginSettings
from verbund.plugin.gate import find_plugin
from verbund.tenancy.context import current_tenant
from verbund.tenancy.models import Tenant
from verbund.tenancy.registry import registry


class UnknownPlugin(LookupError):
    """No plugin of this label is installed."""


def plugin_settings(label: str, tenant: Tenant | None = None) -> Any:
    """The settings of a plugin for a tenant (default: the current one); defaults if it is off.

    Values stored by an older version that no longer fit are replaced by the defaults.
    :raises UnknownPlugin: the label is not installed.
    """
    config = find_plugin(label)
    if config is None:
        raise UnknownPlugin(f"No plugin “{label}” is installed.")
    tenant = tenant or current_tenant()
    stored = registry.current().plugin_settings.get((tenant.pk, label), {})
    try:
        return config.settings_model.model_validate(stored)
    except ValidationError as error:
        bad = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
        kept = {key: value for key, value in stored.items() if key not in bad}
        return config.settings_model.model_validate(kept)


def parse_settings(label: str, values: dict[str, Any]) -> PluginSettings:
    """Checks values as a recipe or form gives them.

    :raises UnknownPlugin: the label is not installed.
    :raises pydantic.ValidationError: naming each wrong key.
    """
    config = find_plugin(label)
    if config is None:
        raise UnknownPlugin(f"No plugin “{label}” is installed.")
    return config.settings_model.model_validate(values)
