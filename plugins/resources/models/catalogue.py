"""What one can borrow: categories, articles, kits made of articles, rooms."""

import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from plugins.resources.enums import RESERVED, Layout


class Category(models.Model):
    """A shelf of the pool, as in “Sound and light”."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("place in lists"), default=100)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "name"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return self.name


class Offered(ClusterableModel):
    """What article, kit and room have in common."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("address of the page"),
        max_length=80,
        unique=True,
        help_text=_("Better not changed later: others link to it."),
    )
    category = models.ForeignKey(
        Category, models.PROTECT, related_name="+", verbose_name=_("category")
    )
    summary = models.CharField(
        _("in one sentence"), max_length=200, blank=True, help_text=_("Stands in every list.")
    )
    text = models.TextField(_("description"), max_length=4000, blank=True)
    image = models.ForeignKey(
        "media.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    shown = models.BooleanField(
        _("show in the pool"),
        default=True,
        help_text=_("Without the tick nobody outside sees it, and nobody can request it."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED:
            text = _("“%(slug)s” is an address of the system. Choose another one.")
            raise ValidationError({"slug": ValidationError(text, params={"slug": self.slug})})


class Picture(Orderable):
    """A further picture."""

    image = models.ForeignKey(
        "media.Image", models.CASCADE, related_name="+", verbose_name=_("picture")
    )

    class Meta(Orderable.Meta):
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.image_id)


class Article(Offered):
    """A kind of thing that is lent; its pieces are units."""

    measures = models.CharField(_("measures and weight"), max_length=200, blank=True)
    accessories = models.TextField(_("accessories"), max_length=800, blank=True)
    instructions = models.TextField(_("instructions"), max_length=4000, blank=True)
    value = models.DecimalField(
        _("value of a piece in euros"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("For the loan agreement."),
    )
    buffer_before = models.PositiveSmallIntegerField(_("minutes kept free before"), default=0)
    buffer_after = models.PositiveSmallIntegerField(
        _("minutes kept free after"), default=0, help_text=_("As for checking and charging.")
    )
    in_network = models.BooleanField(
        _("show in the network's search"),
        default=False,
        help_text=_("Without the tick only your own site's search finds it."),
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["category__order", "name", "pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class ArticleImage(Picture):
    """A further picture of an article."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="images")


class Kit(Offered):
    """Articles that are borrowed together, as one."""

    class Meta:
        ordering: ClassVar[list[str]] = ["category__order", "name", "pk"]
        verbose_name = _("kit")
        verbose_name_plural = _("kits")


class KitPart(Orderable):
    """An article in a kit; when a part is out, the kit is."""

    kit = ParentalKey(Kit, on_delete=models.CASCADE, related_name="parts")
    article = models.ForeignKey(
        Article, models.PROTECT, related_name="kit_parts", verbose_name=_("article")
    )
    number = models.PositiveSmallIntegerField(
        _("number"), default=1, validators=[MinValueValidator(1)]
    )
    chosen = models.BooleanField(
        _("the borrower chooses how many"),
        default=False,
        help_text=_("Then the number is the most that one may take with a kit."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("part of a kit")
        verbose_name_plural = _("parts of a kit")
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["kit", "article"], name="resources_part_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} × {self.article}"


class Room(Offered):
    """A room that is lent by the hour or day; its one unit is what a booking holds."""

    equipment = models.TextField(_("equipment"), max_length=800, blank=True)
    accessibility = models.TextField(
        _("accessibility"),
        max_length=400,
        blank=True,
        help_text=_("Steps, lift, toilet, induction loop: what people need to know before."),
    )
    kitchen = models.CharField(_("kitchen"), max_length=160, blank=True)
    noise = models.CharField(
        _("noise hours"), max_length=160, blank=True, help_text=_("As in “quiet from 10 p.m.”.")
    )
    house_rules = models.TextField(_("house rules"), max_length=2000, blank=True)
    point = models.ForeignKey(
        "resources.PickupPoint",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rooms",
        verbose_name=_("house"),
        help_text=_("Where it is, and where one gets the key."),
    )
    buffer_before = models.PositiveSmallIntegerField(_("minutes kept free before"), default=30)
    buffer_after = models.PositiveSmallIntegerField(_("minutes kept free after"), default=30)
    in_network = models.BooleanField(
        _("show in the network's search"),
        default=False,
        help_text=_("Without the tick only your own site's search finds it."),
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["category__order", "name", "pk"]
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    @property
    def most_seats(self) -> int:
        return max((layout.seats for layout in self.layouts.all()), default=0)


class RoomImage(Picture):
    """A further picture of a room."""

    room = ParentalKey(Room, on_delete=models.CASCADE, related_name="images")


class RoomLayout(models.Model):
    """How many people a room takes, by how it is set up."""

    room = ParentalKey(Room, on_delete=models.CASCADE, related_name="layouts")
    layout = models.CharField(_("layout"), max_length=20, choices=Layout)
    seats = models.PositiveSmallIntegerField(_("seats"))

    class Meta:
        ordering: ClassVar[list[str]] = ["-seats", "pk"]
        verbose_name = _("layout")
        verbose_name_plural = _("layouts")
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["room", "layout"], name="resources_layout_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_layout_display()}: {self.seats}"
