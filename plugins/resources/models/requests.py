"""Baskets that nobody has sent yet, and requests with their lines and their story."""

import uuid
from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.resources.enums import (
    BorrowerClass,
    LineStatus,
    Publicity,
    RequestStatus,
    StepKind,
)
from plugins.resources.models.catalogue import Article, Kit, Room
from plugins.resources.models.rules import Terms

NONE = Decimal("0.00")


class Wanted(models.Model):
    """So many of one thing, for one time; of a basket or of a request."""

    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="+")
    kit = models.ForeignKey(Kit, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField(_("number"), default=1, validators=[MinValueValidator(1)])
    # Of a kit: how many of each chosen part, {"<pk of the part>": 3}.
    chosen = models.JSONField(default=dict, blank=True)
    starts = models.DateTimeField(_("from"))
    ends = models.DateTimeField(_("until"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number} × {self.thing}"

    @property
    def thing(self) -> Article | Room | Kit:
        found = self.article or self.room or self.kit
        assert found is not None
        return found


def one_thing(name: str) -> models.CheckConstraint:
    """Exactly one of article, room and kit is set, and the end lies after the beginning."""
    names = ("article", "room", "kit")
    one = [{f"{other}__isnull": other != name for other in names} for name in names]
    condition = models.Q(**one[0]) | models.Q(**one[1]) | models.Q(**one[2])
    return models.CheckConstraint(
        condition=condition & models.Q(ends__gt=models.F("starts")), name=name
    )


class Basket(models.Model):
    """What somebody collects before a request; the key is in her cookie, its digest here."""

    key_digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class BasketLine(Wanted):
    """One line of a basket: nothing is held by it."""

    basket = models.ForeignKey(Basket, models.CASCADE, related_name="lines")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [one_thing("resources_basket_one_thing")]


class Request(models.Model):
    """Who wants to borrow what, when and for what; organisations are known by key and name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=20, unique=True)
    status = models.CharField(
        _("status"), max_length=20, choices=RequestStatus, default=RequestStatus.REQUESTED
    )
    organisation_key = models.CharField(max_length=64, blank=True)
    organisation_name = models.CharField(_("organisation"), max_length=150, blank=True)
    borrower = models.CharField(
        _("borrower"), max_length=20, choices=BorrowerClass, default=BorrowerClass.PUBLIC
    )
    account = models.ForeignKey(
        "member_area.MemberAccount", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    language = models.CharField(max_length=20, default=settings.LANGUAGE_CODE)
    occasion = models.CharField(_("occasion"), max_length=300)
    people = models.PositiveIntegerField(_("people expected"), null=True, blank=True)
    publicity = models.CharField(
        _("how public"), max_length=20, choices=Publicity, default=Publicity.PUBLIC
    )
    note = models.TextField(_("note of the borrower"), max_length=1500, blank=True)
    staff_note = models.TextField(_("internal note"), max_length=1500, blank=True)
    reason = models.TextField(_("reason of the refusal"), max_length=600, blank=True)
    held_until = models.DateTimeField(_("held until"), null=True, blank=True)
    total = models.DecimalField(_("total"), max_digits=9, decimal_places=2, default=NONE)
    deposit = models.DecimalField(_("deposit"), max_digits=9, decimal_places=2, default=NONE)
    terms = models.ForeignKey(
        Terms, models.PROTECT, null=True, blank=True, verbose_name=_("terms accepted")
    )
    idempotency_key = models.UUIDField(unique=True, null=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created", "-pk"]
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["status", "created"], name="resources_request_status"),
            models.Index(fields=["email"], name="resources_request_email"),
            models.Index(fields=["organisation_key"], name="resources_request_org"),
        ]

    def __str__(self) -> str:
        return f"{self.number}, {self.organisation_name or self.name}"


class Line(Wanted):
    """One line of a request; its bookings are the pieces behind it."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="lines")
    status = models.CharField(
        _("status"), max_length=20, choices=LineStatus, default=LineStatus.HELD
    )
    price = models.DecimalField(_("price"), max_digits=9, decimal_places=2, default=NONE)
    deposit = models.DecimalField(_("deposit"), max_digits=9, decimal_places=2, default=NONE)
    reason = models.CharField(_("reason of the refusal"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [one_thing("resources_line_one_thing")]


class Step(models.Model):
    """What happened to a request: when, what, by whom."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="steps")
    line = models.ForeignKey(Line, models.CASCADE, null=True, blank=True, related_name="steps")
    at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=20, choices=StepKind)
    by = models.CharField(max_length=150, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at}"
