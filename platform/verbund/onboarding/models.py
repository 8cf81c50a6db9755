"""A new site before there is one: what an operator has typed so far, and how its making goes."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DraftState(models.TextChoices):
    OPEN = "open", _("being filled in")
    WAITING = "waiting", _("waits for the worker")
    RUNNING = "running", _("is being made")
    FAILED = "failed", _("could not be made")
    DONE = "done", _("made")


class SiteDraft(models.Model):
    """Lies with the operators. Its ``uuid`` becomes the site's: so a half site is found again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    answers = models.JSONField(default=dict, help_text="Key of the tenant file → value.")
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.OPEN)
    step = models.CharField(max_length=40, blank=True, help_text="What the worker is at.")
    problem = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created"]
        verbose_name = _("new site")
        verbose_name_plural = _("new sites")

    def __str__(self) -> str:
        return str(self.answers.get("name") or "")

    @property
    def is_open(self) -> bool:
        """Whether its answers may still change."""
        return self.state in {DraftState.OPEN, DraftState.FAILED}

    @property
    def is_under_way(self) -> bool:
        return self.state in {DraftState.WAITING, DraftState.RUNNING}
