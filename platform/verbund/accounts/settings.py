"""What a tenant decides about the safety of its accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind


class _SupportPanel(FieldPanel):
    """Not for the operators themselves: support comes from them."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            shown: bool = super().is_shown()
            return shown and current_tenant().kind != TenantKind.OPERATOR


@register_setting(icon="lock", order=700)
class SecuritySettings(BaseGenericSetting):
    """One row a tenant."""

    second_factor = models.BooleanField(
        _("second factor for everybody"),
        default=False,
        help_text=_(
            "Who logs in confirms it by passkey, or by a code of an app on the phone. Those who "
            "have not set one up are led to it at their next login."
        ),
    )

    support_allowed = models.BooleanField(
        _("support may log in"),
        default=True,
        help_text=_(
            "Operators of the platform can log in here for an hour, to help. The reason stands in "
            "the log and in a mail to you. Without the tick they can't."
        ),
    )

    panels = (FieldPanel("second_factor"), _SupportPanel("support_allowed"))

    class Meta:
        verbose_name = _("Safety")
