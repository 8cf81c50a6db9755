"""Pieces that go out and come back: hand-overs, what was seen at them, damage."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.resources.enums import Condition, Direction
from plugins.resources.models.bookings import Booking
from plugins.resources.models.requests import Request
from plugins.resources.models.units import Unit


class Handover(models.Model):
    """One time at the counter, out or back; a request may have several."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="handovers")
    direction = models.CharField(_("direction"), max_length=10, choices=Direction)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by_name = models.CharField(max_length=150, blank=True)
    person = models.CharField(_("who fetches or brings"), max_length=120, blank=True)
    # Drawn on the screen, as the path of an SVG; empty: signed on paper.
    signature = models.TextField(max_length=60000, blank=True)
    note = models.TextField(_("note"), max_length=1500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")

    def __str__(self) -> str:
        return f"{self.get_direction_display()}, {self.at}"


class HandoverItem(models.Model):
    """One piece in a hand-over, as it was seen."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="items")
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="handover_items")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="handover_items")
    condition = models.CharField(
        _("condition"), max_length=20, choices=Condition, default=Condition.GOOD
    )
    missing = models.CharField(_("missing parts"), max_length=300, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    photos = models.ManyToManyField("media.Image", blank=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.unit)


class Damage(models.Model):
    """What is broken at a piece; while it is open, the piece is not lent."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="damages")
    booking = models.ForeignKey(
        Booking, models.SET_NULL, null=True, blank=True, related_name="damages"
    )
    text = models.TextField(_("what is broken"), max_length=1500)
    photos = models.ManyToManyField("media.Image", blank=True, related_name="+")
    at = models.DateTimeField(_("seen on"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    cost = models.DecimalField(
        _("cost in euros"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    repaired_at = models.DateTimeField(_("repaired on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        verbose_name = _("damage")
        verbose_name_plural = _("damages")

    def __str__(self) -> str:
        return f"{self.unit}: {self.text[:60]}"
