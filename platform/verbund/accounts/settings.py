"""What a tenant decides about the safety of its accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


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

    panels = (FieldPanel("second_factor"),)

    class Meta:
        verbose_name = _("Safety")
