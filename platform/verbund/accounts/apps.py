"""Users and roles, in every tenant's schema."""

from verbund.plugin.config import ContributingConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(ContributingConfig):
    name = "verbund.accounts"
    verbose_name = _("Accounts")
