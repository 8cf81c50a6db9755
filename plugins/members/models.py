"""What the plugin keeps: the main page, organisations, their history, and errors reported."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from plugins.members.enums import RESERVED, ChangeWay, LegalForm, Status
from plugins.members.fields import SortKeyField
from plugins.members.imports import Apart, FormerSlug, Import, ImportRow
from plugins.members.inbox import (
    Application,
    Asking,
    Claim,
    MailProblem,
    Proposal,
    Subscription,
)
from plugins.members.lists import (
    Background,
    Language,
    OfferKind,
    Quarter,
    TargetGroup,
    Term,
    Topic,
)
from plugins.members.parts import Address, Contact, Offer, Responsible, Text
from verbund.plugin import MainPage

__all__ = [
    "Address",
    "Apart",
    "Application",
    "Asking",
    "Background",
    "Change",
    "Claim",
    "Contact",
    "DirectoryPage",
    "ErrorReport",
    "FormerSlug",
    "Import",
    "ImportRow",
    "Language",
    "MailProblem",
    "Offer",
    "OfferKind",
    "Organisation",
    "PrintedList",
    "Proposal",
    "Quarter",
    "Responsible",
    "StatusChange",
    "Subscription",
    "TargetGroup",
    "Term",
    "Text",
    "Topic",
]


class DirectoryPage(MainPage):
    """The directory in one language: its list, its entries, and what can be taken along."""

    fixed_slug = "mitglieder"

    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=300,
        help_text=_("A sentence below the heading: what do readers find here?"),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("intro")]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("main page of the directory")
        verbose_name_plural = _("main pages of the directory")

    @property
    def teaser_text(self) -> str:
        return self.search_description or self.intro


class Organisation(ClusterableModel):
    """An entry of the directory; what of it may be seen is said by `domain.publication` alone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(
        _("address of the page"),
        max_length=80,
        unique=True,
        help_text=_("Better not changed later: others link to it."),
    )
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    native_name = models.CharField(_("name in its own language"), max_length=150, blank=True)
    native_language = models.CharField(
        _("language of that name"),
        max_length=20,
        blank=True,
        help_text=_("ISO code, as in “ta” for Tamil: screen readers need it."),
    )
    legal_form = models.CharField(
        _("legal form"), max_length=20, choices=LegalForm, blank=True, default=""
    )
    register_court = models.CharField(_("court of register"), max_length=80, blank=True)
    register_number = models.CharField(_("register number"), max_length=40, blank=True)
    founded = models.PositiveSmallIntegerField(
        _("founded in"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1800), MaxValueValidator(2199)],
    )
    logo = models.ForeignKey(
        "media.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    # Of all lists together; a term says itself which one it belongs to.
    terms = models.ManyToManyField(Term, blank=True, related_name="organisations")

    status = models.CharField(
        _("membership"), max_length=20, choices=Status, default=Status.APPLICANT
    )
    member_since = models.DateField(_("member since"), null=True, blank=True)
    member_until = models.DateField(_("member until"), null=True, blank=True)
    shown = models.BooleanField(
        _("show in the directory"),
        default=False,
        help_text=_("Without the tick nobody outside sees the entry."),
    )
    in_network = models.BooleanField(
        _("show in the network's search"),
        default=False,
        help_text=_("Without the tick only your own site's search finds the entry."),
    )
    open_to_partners = models.BooleanField(
        _("open to partners"),
        default=False,
        help_text=_("Other members may find it when they look for partners."),
    )
    trusted = models.BooleanField(
        _("trusted"),
        default=False,
        help_text=_("What it changes in its entry is public at once, without a check."),
    )
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)
    confirmed_by = models.CharField(_("confirmed by"), max_length=120, blank=True)
    notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Nobody outside ever sees them.")
    )

    import_key = models.CharField(
        max_length=120, unique=True, null=True, blank=True, editable=False
    )
    entered_on = models.DateField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    sort_key = SortKeyField("name")

    class Meta:
        ordering: ClassVar[list[str]] = ["sort_key", "name", "pk"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    @property
    def expire_at(self) -> dt.datetime | None:
        """When its rule will hide it: the search leaves it out from then on."""
        # Inside: domain/ stands above the models.
        from plugins.members.domain.publication import hidden_from

        return hidden_from(self)

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED:
            text = _("“%(slug)s” is an address of the system. Choose another one.")
            raise ValidationError({"slug": ValidationError(text, params={"slug": self.slug})})
        if self.member_since and self.member_until and self.member_until < self.member_since:
            raise ValidationError({"member_until": _("The end lies before the beginning.")})


class StatusChange(models.Model):
    """When an organisation became what it is, or was."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="status_changes")
    status = models.CharField(max_length=20, choices=Status)
    day = models.DateField()
    by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-day", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.day}"


class Change(models.Model):
    """Who changed what in an entry: field by field, old and new, in words."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=150, blank=True)
    way = models.CharField(max_length=20, choices=ChangeWay)
    fields = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.organisation_id}, {self.at}"


class PrintedList(models.Model):
    """A list as PDF, kept until what it is made of changes."""

    key = models.CharField(max_length=64, unique=True)
    version = models.CharField(max_length=64)
    pdf = models.BinaryField()
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class ErrorReport(models.Model):
    """What a reader says is wrong in an entry, until somebody has looked at it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="reports")
    text = models.TextField(_("what is wrong"), max_length=1500)
    email = models.EmailField(_("your e-mail address"), blank=True)
    at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-at"]
        verbose_name = _("error reported")
        verbose_name_plural = _("errors reported")

    def __str__(self) -> str:
        return self.text[:60]
