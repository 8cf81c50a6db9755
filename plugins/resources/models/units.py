"""The single pieces that bookings hold: each thing, and each room."""

import secrets
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.resources.enums import Condition, UnitStatus
from plugins.resources.models.catalogue import Article, Room
from plugins.resources.models.places import PickupPoint

# Without what is mixed up when somebody types it.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_code() -> str:
    """What the QR code on a piece says: eight letters, not to be guessed from its number."""
    return "".join(secrets.choice(LETTERS) for _letter in range(8))


class Unit(models.Model):
    """One piece, with a number of its own; of an article, or the one of a room."""

    article = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("article"),
    )
    room = models.OneToOneField(
        Room, models.PROTECT, null=True, blank=True, related_name="unit", verbose_name=_("room")
    )
    inventory_number = models.CharField(_("inventory number"), max_length=40, unique=True)
    code = models.CharField(_("code"), max_length=20, unique=True, default=new_code)
    condition = models.CharField(
        _("condition"), max_length=20, choices=Condition, default=Condition.GOOD
    )
    status = models.CharField(
        _("status"), max_length=20, choices=UnitStatus, default=UnitStatus.USABLE
    )
    point = models.ForeignKey(
        PickupPoint,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("pick-up point"),
    )
    shelf = models.CharField(_("shelf"), max_length=60, blank=True)
    bought_on = models.DateField(_("bought on"), null=True, blank=True)
    note = models.CharField(_("internal note"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["inventory_number"]
        verbose_name = _("piece")
        verbose_name_plural = _("pieces")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=False, room__isnull=True)
                | models.Q(article__isnull=True, room__isnull=False),
                name="resources_unit_of_one",
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["article", "status"], name="resources_unit_usable"),
        ]

    def __str__(self) -> str:
        return f"{self.inventory_number} {self.article or self.room}"
