"""Keys of the API and what it answered, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class ApiConfig(ContributingConfig):
    name = "verbund.api"
    label = "apikeys"
    verbose_name = _("API keys")
