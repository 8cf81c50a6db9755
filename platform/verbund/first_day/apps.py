"""First steps, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class FirstDayConfig(ContributingConfig):
    name = "verbund.first_day"
    verbose_name = _("First steps")
