"""The member area, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class MemberAreaConfig(ContributingConfig):
    name = "verbund.member_area"
    verbose_name = _("Accounts of member organisations")
    default_auto_field = "django.db.models.BigAutoField"
