"""The search app: its tables are in the public schema, so that one search spans the sites."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from verbund.plugin.companions import Companion, accompany
from verbund.plugin.config import ContributingConfig


class SearchConfig(ContributingConfig):
    name = "verbund.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        if settings.ELASTICSEARCH_URL:
            # Only here: it needs the client, which others can do without.
            from verbund.search import relay

            accompany(Companion("relay of the search", relay.run, relay.once))
