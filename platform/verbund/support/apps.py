"""Support logins, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class SupportConfig(ContributingConfig):
    name = "verbund.support"
    verbose_name = _("Support")
