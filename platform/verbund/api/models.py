"""Keys by which programs write, stored hashed, and the answers that a repeated request gets."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ApiKey(models.Model):
    """What a program shows to write; the secret itself is stored nowhere."""

    name = models.CharField(
        _("name"),
        max_length=80,
        help_text=_("What uses it, as in “Newsletter program”. Only you read this."),
    )
    prefix = models.CharField(max_length=8, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = models.JSONField(default=list)
    made = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True, editable=False)
    last_used = models.DateField(null=True, editable=False)

    class Meta:
        ordering = ["-made", "-pk"]
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")

    def __str__(self) -> str:
        return f"{self.name} (vb_{self.prefix}…)"

    @property
    def is_usable(self) -> bool:
        return self.revoked is None and self.expires > timezone.now()

    def allows(self, scope: str) -> bool:
        return scope in self.scopes


class ApiAnswer(models.Model):
    """What a request with an idempotency key was answered; the same again does nothing anew."""

    KEPT_FOR = dt.timedelta(days=1)

    api_key = models.ForeignKey(ApiKey, models.CASCADE, related_name="answers")
    idempotency_key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    body = models.JSONField(default=dict)
    made = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["api_key", "idempotency_key"], name="apikeys_answer_once"
            ),
            models.CheckConstraint(condition=~Q(idempotency_key=""), name="apikeys_answer_named"),
        ]

    def __str__(self) -> str:
        return self.idempotency_key
