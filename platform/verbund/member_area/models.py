"""People of member organisations: no users of the admin, no password, a session of their own."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from datetime import datetime

SESSION_LIFE = timedelta(days=30)
LINK_LIFE = timedelta(minutes=15)
INVITATION_LIFE = timedelta(days=7)


def _end_of_session() -> "datetime":
    return timezone.now() + SESSION_LIFE


def _end_of_link() -> "datetime":
    return timezone.now() + LINK_LIFE


class MemberAccount(models.Model):
    """A person who acts for one or more member organisations of this tenant."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(max_length=20, default=settings.LANGUAGE_CODE)
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField(auto_now_add=True)
    last_login = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("account of a member organisation")
        verbose_name_plural = _("accounts of member organisations")
        # No permission of the admin reaches them.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(Lower("email"), name="member_area_email_any_case"),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class MemberSession(models.Model):
    """Where somebody is logged in; the key itself is in her cookie alone."""

    account = models.ForeignKey(MemberAccount, models.CASCADE, related_name="sessions")
    key_digest = models.CharField(max_length=64, unique=True)
    device = models.CharField(max_length=80, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    last_seen = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(default=_end_of_session)

    class Meta:
        ordering = ["-last_seen"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.account} ({self.device})"


class LoginLink(models.Model):
    """Somebody asked to be let in: by a link, or a code for another device.

    There is a row for an address that nobody has too: the answer shall be the same.
    """

    email = models.EmailField()
    account = models.ForeignKey(MemberAccount, models.CASCADE, null=True, related_name="links")
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    code_digest = models.CharField(max_length=64, blank=True)
    next_url = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=20, default=settings.LANGUAGE_CODE)
    tries = models.PositiveSmallIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(default=_end_of_link)
    used = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.email}, {self.created:%d.%m.%Y %H:%M}"


class EmailChange(models.Model):
    """A new address that waits for its confirmation."""

    account = models.ForeignKey(MemberAccount, models.CASCADE, related_name="email_changes")
    email = models.EmailField()
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.email
