"""Where things are handed out, and when: pick-up points, opening hours, closed days."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from plugins.resources.enums import Weekday


class PickupPoint(ClusterableModel):
    """A place where things are fetched and brought back."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    city = models.CharField(_("place"), max_length=80, blank=True)
    note = models.CharField(
        _("how to get there"), max_length=160, blank=True, help_text=_("As in “yard, left door”.")
    )
    holidays = models.BooleanField(
        _("closed on public holidays of North Rhine-Westphalia"), default=True
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        verbose_name = _("pick-up point")
        verbose_name_plural = _("pick-up points")

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return ", ".join(filter(None, (self.street, f"{self.postcode} {self.city}".strip())))


class OpeningHours(models.Model):
    """When a pick-up point is open on a day of the week; several rows for a break."""

    point = ParentalKey(PickupPoint, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"))

    class Meta:
        ordering: ClassVar[list[str]] = ["weekday", "opens"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_weekday_display()}, {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("It closes before it opens.")})


class ClosedDay(models.Model):
    """Days on which nothing is handed out, at one pick-up point or at all."""

    point = models.ForeignKey(
        PickupPoint,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="closed_days",
        verbose_name=_("pick-up point"),
        help_text=_("Empty: all of them."),
    )
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    reason = models.CharField(
        _("reason"), max_length=80, help_text=_("Everybody reads it, as in “stock-taking”.")
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["first", "pk"]
        verbose_name = _("closed days")
        verbose_name_plural = _("closed days")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="resources_closed_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}, {self.first}"

    def clean(self) -> None:
        super().clean()
        if self.first and self.last and self.last < self.first:
            raise ValidationError({"last": _("The end lies before the beginning.")})
