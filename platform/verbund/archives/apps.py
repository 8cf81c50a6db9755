"""The app of archives: its tables are in the public schema and outlive the sites they tell of."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class ArchivesConfig(ContributingConfig):
    name = "verbund.archives"
    verbose_name = _("Exports and backups")
