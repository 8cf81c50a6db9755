"""Users and roles, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class AccountsConfig(ContributingConfig):
    name = "verbund.accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        # Imported here: models need the app registry.
        # Checks and settings register themselves.
        from verbund.accounts import checks, settings  # noqa: F401
        from verbund.accounts.login import limits

        limits.apply()
