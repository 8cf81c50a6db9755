"""What a site knows of operators who helped in it: who, why, from when until when."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SupportLogin(models.Model):
    """One hand-over and the session that comes of it; a row of the site that is entered.

    The operator is no person of this schema: her account lies with the operators. ``user`` is
    the account that stands in for her here.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    operator = models.UUIDField(editable=False)
    operator_name = models.CharField(max_length=300)
    operator_email = models.EmailField()
    reason = models.CharField(_("reason"), max_length=300)
    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(help_text="Until when the link opens the site.")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="support_logins"
    )
    began = models.DateTimeField(null=True)
    ends = models.DateTimeField(null=True, help_text="Until when the session holds.")
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created"]
        verbose_name = _("support login")
        verbose_name_plural = _("support logins")

    def __str__(self) -> str:
        return self.operator_name
