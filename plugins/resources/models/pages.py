"""The main page of the pool in one language."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from verbund.plugin import MainPage


class ResourcesPage(MainPage):
    """Dates first: what is free then; articles, rooms, kits, basket and requests below it."""

    fixed_slug = "ressourcen"

    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=300,
        help_text=_("A sentence below the heading: what do you lend, and to whom?"),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("intro")]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("main page of the pool")
        verbose_name_plural = _("main pages of the pool")

    @property
    def teaser_text(self) -> str:
        return self.search_description or self.intro
