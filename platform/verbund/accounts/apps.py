"""Users and roles, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class AccountsConfig(ContributingConfig):
    name = "verbund.accounts"
    verbose_name = _("Accounts")
