"""The trimmed admin; its templates stand before Wagtail's own."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class AdminSiteConfig(ContributingConfig):
    name = "verbund.adminsite"
    verbose_name = _("Admin")

    def ready(self) -> None:
        super().ready()
        # Imported here: it reads the tenant, whose model is not there before.
        from verbund.adminsite import wagtail_mends

        wagtail_mends.apply()
