"""The core's page types, contributing through the same API as plugins."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class PagesConfig(ContributingConfig):
    name = "verbund.pages"
    verbose_name = _("Pages")
