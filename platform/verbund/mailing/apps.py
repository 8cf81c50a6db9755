"""Mail that waits for its delivery, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class MailingConfig(ContributingConfig):
    name = "verbund.mailing"
    verbose_name = _("Mail")
    default_auto_field = "django.db.models.BigAutoField"
