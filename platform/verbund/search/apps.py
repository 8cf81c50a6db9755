"""The search app: its tables are in the public schema, so that one search spans the sites."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "verbund.search"
    verbose_name = _("Search")
