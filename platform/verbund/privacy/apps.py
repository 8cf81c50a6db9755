"""Data of people, found through what each app and plugin says of its own."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class PrivacyConfig(ContributingConfig):
    name = "verbund.privacy"
    verbose_name = _("Data protection")
