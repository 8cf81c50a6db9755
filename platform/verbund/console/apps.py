"""The console; its tables are in the public schema, since they are about all sites."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class ConsoleConfig(ContributingConfig):
    name = "verbund.console"
    verbose_name = _("Console")
