"""The search app: its tables are in the public schema, so that one search spans the sites."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class SearchConfig(ContributingConfig):
    name = "verbund.search"
    verbose_name = _("Search")
