"""The plugin of the member directory."""

from django.utils.translation import gettext_lazy as _

from plugins.members.settings import MembersSettings
from verbund.plugin import PluginConfig


class MembersConfig(PluginConfig):
    name = "plugins.members"
    label = "members"
    title = _("Members")
    description = _(
        "The directory of the member organisations, as web page, PDF, CSV and data, "
        "with what each of them lets you publish."
    )
    category = "people"
    version = "1.0"
    works_with = 1
    kinds = ("city",)
    api_prefix = "members"
    settings_model = MembersSettings
