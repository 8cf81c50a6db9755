"""The trimmed admin; its templates stand before Wagtail's own."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class AdminSiteConfig(ContributingConfig):
    name = "verbund.adminsite"
    verbose_name = _("Admin")
