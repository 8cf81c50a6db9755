"""Rules of lending and the terms that borrowers accept."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.resources.enums import Approval, BorrowerClass
from plugins.resources.models.catalogue import Article, Category, Kit, Room

TARGETS = ("article", "room", "kit", "category")


class Rule(models.Model):
    """What holds for whom; an empty field leaves the answer to the next rule.

    The order in which rules are asked stands in `domain/rules.py`, and nowhere else.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="rules",
        verbose_name=_("article"),
    )  # fmt: skip
    room = models.ForeignKey(
        Room, models.CASCADE, null=True, blank=True, related_name="rules", verbose_name=_("room")
    )
    kit = models.ForeignKey(
        Kit, models.CASCADE, null=True, blank=True, related_name="rules", verbose_name=_("kit")
    )
    category = models.ForeignKey(
        Category, models.CASCADE, null=True, blank=True, related_name="rules",
        verbose_name=_("category"),
    )  # fmt: skip
    borrower = models.CharField(
        _("for whom"),
        max_length=20,
        choices=BorrowerClass,
        blank=True,
        default="",
        help_text=_("Empty: for everybody."),
    )
    lendable = models.BooleanField(_("is lent"), null=True, blank=True)
    lead_days = models.PositiveSmallIntegerField(_("days ahead, at least"), null=True, blank=True)
    ahead_days = models.PositiveSmallIntegerField(_("days ahead, at most"), null=True, blank=True)
    longest_days = models.PositiveSmallIntegerField(
        _("longest loan in days"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    most = models.PositiveSmallIntegerField(_("most at once"), null=True, blank=True)
    days_a_year = models.PositiveSmallIntegerField(_("days a year"), null=True, blank=True)
    over_closed = models.BooleanField(
        _("may go over closed days"),
        null=True,
        blank=True,
        help_text=_("As over a weekend: fetched on Friday, brought back on Monday."),
    )
    price = models.DecimalField(
        _("price a piece and loan"), max_digits=8, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    price_day = models.DecimalField(
        _("price a piece and day"), max_digits=8, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    deposit = models.DecimalField(
        _("deposit a piece"), max_digits=8, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    approval = models.CharField(
        _("who decides"), max_length=20, choices=Approval, blank=True, default=""
    )
    cancel_days = models.PositiveSmallIntegerField(
        _("cancel or change by link until, in days before"), null=True, blank=True
    )
    text = models.TextField(
        _("in words"), max_length=600, blank=True, help_text=_("Shown where the rule applies.")
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["article", "room", "kit", "category", "borrower"],
                nulls_distinct=False,
                name="resources_rule_once",
            ),
        ]

    def __str__(self) -> str:
        target = self.article or self.room or self.kit or self.category or _("everything")
        return f"{target}, {self.get_borrower_display() or _('everybody')}"

    def clean(self) -> None:
        super().clean()
        if sum(getattr(self, f"{name}_id") is not None for name in TARGETS) > 1:
            raise ValidationError(_("Choose one: an article, a room, a kit or a category."))


class Terms(models.Model):
    """What a borrower accepts; a change is a new version, requests keep theirs."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    text = models.TextField(_("text"), max_length=20000)
    since = models.DateField(_("in force since"))

    class Meta:
        ordering: ClassVar[list[str]] = ["-version"]
        verbose_name = _("terms of lending")
        verbose_name_plural = _("terms of lending")

    def __str__(self) -> str:
        return str(_("Version %d") % self.version)
