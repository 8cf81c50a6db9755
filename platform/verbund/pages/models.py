"""The core's page types: home, standard and legal pages."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from verbund.common.fields import MigrationLightStreamField
from verbund.pages.base import BasePage
from verbund.pages.blocks import body_blocks
from verbund.pages.home_blocks import OPENINGS, home_blocks
from verbund.pages.legal import legal_context
from verbund.pages.trail import contents_of, neighbours_of
from verbund.pages.translations import GERMAN
from verbund.tenancy.context import current_tenant


class HomePage(BasePage):
    """The front of a site: sections that editors order."""

    sections = MigrationLightStreamField(home_blocks, blank=True, verbose_name=_("sections"))

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("sections")]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def has_opening(self) -> bool:
        """Whether a section brings the page's heading."""
        return any(section.block_type in OPENINGS for section in self.sections)

    @property
    def teaser_text(self) -> str:
        return self.search_description or self._lead()

    def _lead(self) -> str:
        openings = (one.value for one in self.sections if one.block_type in OPENINGS)
        return next((str(value.get("lead") or "") for value in openings), "")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context if self.sections else {**context, "groups": contents_of(self, request)}


class StandardPage(BasePage):
    """A page of text and blocks."""

    lead = models.TextField(
        _("lead"), blank=True, max_length=400, help_text=_("One or two sentences: what is here?")
    )
    image = models.ForeignKey(
        "media.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    body = MigrationLightStreamField(body_blocks, blank=True, verbose_name=_("text"))

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["pages.StandardPage"]
    template = "pages/standard_page.html"
    show_in_menus_default = True

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "beside": neighbours_of(self, request)}

    @property
    def teaser_text(self) -> str:
        return self.search_description or self.lead

    @property
    def teaser_image(self) -> Any:
        return self.image or self.social_image


class LegalKind(models.TextChoices):
    IMPRINT = "impressum", _("Legal notice")
    PRIVACY = "datenschutz", _("Privacy notice")
    ACCESSIBILITY = "barrierefreiheit", _("Accessibility statement")


class LegalPage(BasePage):
    """A page made from the association's legal profile, with room for more below it."""

    kind = models.CharField(_("kind"), max_length=20, choices=LegalKind)
    body = MigrationLightStreamField(
        body_blocks,
        blank=True,
        verbose_name=_("more text"),
        help_text=_("Stands below what the legal profile says."),
    )

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "pages/legal_page.html"

    class Meta:
        verbose_name = _("legal page")
        verbose_name_plural = _("legal pages")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """In German its address is known to everybody: /impressum/, /datenschutz/ …"""
        if self.kind and (self.locale_id is None or self.locale.language_code == GERMAN):
            self.slug = self.kind
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        # Before Wagtail says the same of an address that nobody typed.
        same = LegalPage.objects.filter(kind=self.kind, locale_id=self.locale_id)
        if self.kind and same.exclude(pk=self.pk).exists():
            raise ValidationError({"kind": _("The site has this page already.")})
        super().clean()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **legal_context(self, current_tenant())}

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        kinds = cls.objects.child_of(parent).count()
        return super().can_create_at(parent) and kinds < len(LegalKind)
