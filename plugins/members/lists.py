"""The controlled lists of a tenant: topics, languages, quarters, offers, groups, backgrounds."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.members.enums import ListKind
from plugins.members.fields import SortKeyField

MOST_TILES = 12


class Term(models.Model):
    """A word of one of the lists; its short name stands in addresses and never changes."""

    kind = models.CharField(_("list"), max_length=20, choices=ListKind, editable=False)
    slug = models.SlugField(
        _("short name"),
        max_length=60,
        help_text=_("Stands in addresses; of a language its ISO code. Better not changed later."),
    )
    name = models.CharField(_("name in German"), max_length=80)
    names = models.JSONField(_("name in other languages"), default=dict, blank=True)
    native_name = models.CharField(
        _("own name"),
        max_length=80,
        blank=True,
        help_text=_("What the language calls itself."),
    )
    row = models.PositiveSmallIntegerField(
        _("row in the overview"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_TILES)],
    )
    column = models.PositiveSmallIntegerField(
        _("column in the overview"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_TILES)],
    )
    retired = models.BooleanField(
        _("not offered any more"),
        default=False,
        help_text=_("Entries that have it keep it; no new one gets it."),
    )
    sort_key = SortKeyField("name")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["sort_key"]
        verbose_name = _("word of a list")
        verbose_name_plural = _("words of the lists")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["kind", "slug"], name="members_term_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def name_in(self, language: str) -> str:
        """The name in a language, in German where it has none."""
        return self.name if language == settings.LANGUAGE_CODE else self._translated(language)

    def _translated(self, language: str) -> str:
        return self.names.get(language) or self.name

    def language_of_name(self, language: str) -> str:
        """In which language `name_in` answers."""
        return language if language in self.names else settings.LANGUAGE_CODE


class _OfKind(models.Manager["Term"]):
    """The words of one list; what is made here belongs to it."""

    def __init__(self, kind: ListKind) -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> "models.QuerySet[Term]":
        return super().get_queryset().filter(kind=self.kind)

    def create(self, **values: Any) -> "Term":
        return super().create(**{**values, "kind": self.kind})


class Topic(Term):
    KIND = ListKind.TOPIC
    objects: ClassVar[Any] = _OfKind(KIND)

    class Meta:
        proxy = True
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Language(Term):
    KIND = ListKind.LANGUAGE
    objects: ClassVar[Any] = _OfKind(KIND)

    class Meta:
        proxy = True
        verbose_name = _("language")
        verbose_name_plural = _("languages")


class Quarter(Term):
    KIND = ListKind.QUARTER
    objects: ClassVar[Any] = _OfKind(KIND)

    class Meta:
        proxy = True
        verbose_name = _("quarter")
        verbose_name_plural = _("quarters")


class OfferKind(Term):
    KIND = ListKind.OFFER
    objects: ClassVar[Any] = _OfKind(KIND)

    class Meta:
        proxy = True
        verbose_name = _("kind of offer")
        verbose_name_plural = _("kinds of offers")


class TargetGroup(Term):
    KIND = ListKind.GROUP
    objects: ClassVar[Any] = _OfKind(KIND)

    class Meta:
        proxy = True
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class Background(Term):
    KIND = ListKind.BACKGROUND
    objects: ClassVar[Any] = _OfKind(KIND)

    class Meta:
        proxy = True
        verbose_name = _("background")
        verbose_name_plural = _("backgrounds")


LISTS: tuple[type[Term], ...] = (Topic, Language, Quarter, OfferKind, TargetGroup, Background)
