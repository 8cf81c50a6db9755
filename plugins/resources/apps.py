"""The plugin of the resource pool."""

from django.utils.translation import gettext_lazy as _

from plugins.resources.settings import ResourcesSettings
from verbund.plugin import PluginConfig


class ResourcesConfig(PluginConfig):
    name = "plugins.resources"
    label = "resources"
    default_auto_field = "django.db.models.BigAutoField"
    title = _("Resources")
    description = _(
        "Lends things and rooms to associations: what is free on which days, requests, "
        "hand-out and return."
    )
    category = "resources"
    version = "1.0"
    works_with = 1
    kinds = ("city",)
    api_prefix = "resources"
    settings_model = ResourcesSettings
