"""What comes from outside and waits: proposals, claims, applications, mails that nobody got."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

OWNER = "members.Organisation"


class ProposalStatus(models.TextChoices):
    """Where the changes of an organisation stand."""

    DRAFT = "draft", _("being written")
    SENT = "sent", _("waits for a check")
    ACCEPTED = "accepted", _("accepted")
    PARTLY = "partly", _("accepted in part")
    REJECTED = "rejected", _("rejected")


OPEN = (ProposalStatus.DRAFT, ProposalStatus.SENT)


class Proposal(models.Model):
    """What an organisation wants to change in its entry; until it is cleared the old stands.

    ``base`` and ``state`` are states of the entry as of `domain.state`: when the first step was
    saved, and as they shall be. An organisation has one open proposal that all of its people
    work on; ``version`` counts what they saved.
    """

    organisation = models.ForeignKey(OWNER, models.CASCADE, related_name="proposals")
    status = models.CharField(
        max_length=20, choices=ProposalStatus, default=ProposalStatus.DRAFT, editable=False
    )
    base = models.JSONField(default=dict)
    state = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    by = models.CharField(_("by"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=150, blank=True)
    refused = models.JSONField(default=list)
    reason = models.TextField(_("reason"), blank=True, max_length=1000)

    class Meta:
        ordering: ClassVar[list[str]] = ["sent_at", "pk"]
        default_permissions = ()
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(status__in=[status.value for status in OPEN]),
                name="members_proposal_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.get_status_display()}"


class Claim(models.Model):
    """Somebody says: this entry is ours. Staff look at it, then she is invited."""

    organisation = models.ForeignKey(OWNER, models.CASCADE, related_name="claims")
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail address"))
    role = models.CharField(
        _("what you do in the organisation"), max_length=120, help_text=_("As in “chair”.")
    )
    message = models.TextField(_("anything else"), max_length=1000, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    accepted = models.BooleanField(null=True, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    done_by = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        default_permissions = ()
        verbose_name = _("claim")
        verbose_name_plural = _("claims")

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation_id})"


class Asking(models.Model):
    """“Is your entry still true?”: one round a year, with its reminders, until somebody answers."""

    organisation = models.ForeignKey(OWNER, models.CASCADE, related_name="askings")
    email = models.EmailField()
    begun_on = models.DateField()
    reminders = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-begun_on", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.organisation_id}, {self.begun_on}"


class MailProblem(models.Model):
    """A mail to the people of an organisation that no server took; a task for staff."""

    organisation = models.ForeignKey(OWNER, models.CASCADE, related_name="mail_problems")
    email = models.EmailField(_("e-mail"))
    error = models.TextField(_("answer of the mail server"), blank=True)
    at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, editable=False)
    done_by = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.email


class Application(models.Model):
    """“Please add us”, until the address is confirmed; then there is an applicant instead."""

    name = models.CharField(_("name of the organisation"), max_length=150)
    summary = models.TextField(_("what it does"), max_length=300)
    person = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail address"))
    message = models.TextField(_("anything else"), max_length=1000, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    organisation = models.ForeignKey(
        OWNER, models.SET_NULL, null=True, editable=False, related_name="applications"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Subscription(models.Model):
    """Somebody who gets a mail when the directory changes; before she confirmed it: nobody."""

    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(max_length=20, default=settings.LANGUAGE_CODE)
    at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    told_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.email
