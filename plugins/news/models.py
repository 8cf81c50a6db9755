"""What the plugin keeps: the main page, news items, press releases and their topics."""

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index

from plugins.news.enums import FEED_SLUG, PRESS_SLUG, Kind
from plugins.news.forms import NewsForm
from plugins.news.panels import news_panels, placing_panels, press_panels
from verbund.plugin import (
    BasePage,
    ContentProblem,
    MainPage,
    MigrationLightStreamField,
    body_blocks,
)

TOO_LATE = _(
    "This press release is public already. Take it off the site first, "
    "then set the embargo and publish it."
)


class Topic(TranslatableMixin, models.Model):
    """What an item is about; one row a language, all with the same address."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("short name"),
        max_length=60,
        help_text=_("Stands in addresses, as in “bildung”. Better not changed later."),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("slug")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="news_topic_slug_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.slug == PRESS_SLUG:
            raise ValidationError(
                {"slug": _("“%s” lists all press releases. Choose another one.") % PRESS_SLUG}
            )


class NewsIndexPage(MainPage):
    """The list of all items in one language, with its filters and feeds."""

    fixed_slug = "aktuelles"

    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=300,
        help_text=_("A sentence below the heading: what do readers find here?"),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("intro")]
    subpage_types: ClassVar[list[str]] = ["news.NewsPage", "news.PressReleasePage"]

    class Meta:
        verbose_name = _("main page of the news")
        verbose_name_plural = _("main pages of the news")

    @property
    def teaser_text(self) -> str:
        return self.search_description or self.intro


class NewsPage(BasePage):
    """A news item; a press release is one too, with more to it."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        max_length=400,
        help_text=_("Two or three sentences: what is new, for whom? They stand in every list."),
    )
    date = models.DateTimeField(
        _("date shown"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Leave it empty: then it is the moment when the item first appears."),
    )
    author_line = models.CharField(
        _("written by"),
        max_length=120,
        blank=True,
        help_text=_("As readers shall see it, a person or an office. May stay empty."),
    )
    image = models.ForeignKey(
        "media.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Stands above the text and in lists. Describe it for those who can't see it."),
    )
    topics = ParentalManyToManyField(
        Topic, blank=True, related_name="items", verbose_name=_("topics")
    )
    body = MigrationLightStreamField(body_blocks, blank=True, verbose_name=_("text"))
    pinned = models.BooleanField(
        _("keep on top"),
        default=False,
        help_text=_("Stands first in the list until you remove the tick."),
    )
    in_network = models.BooleanField(
        _("show in the network's search"),
        default=True,
        help_text=_("Without the tick only your own site's search finds the item."),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, *news_panels()]
    settings_panels: ClassVar[list[Any]] = [*placing_panels(), *Page.settings_panels]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("lead")]
    base_form_class = NewsForm
    parent_page_types: ClassVar[list[str]] = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "news/news_page.html"

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def clean(self) -> None:
        super().clean()
        if self.slug == FEED_SLUG:
            raise ValidationError(
                {"slug": _("“%s” is the address of the feed. Choose another one.") % FEED_SLUG}
            )
        if self.live and self.date is None:
            self.date = self.first_published_at

    def content_problems(self) -> list[ContentProblem]:
        # Inside: domain/ stands above the models.
        from plugins.news.domain.problems import problems_of

        return [*super().content_problems(), *problems_of(self)]

    @property
    def kind(self) -> Kind:
        """By the page's own type: a list holds press releases as plain items too."""
        is_press = self.cached_content_type.model == PressReleasePage._meta.model_name
        return Kind.PRESS if is_press else Kind.NEWS

    @cached_property
    def topic_list(self) -> list[Topic]:
        """The topics, asked once however often a page shows them."""
        return list(self.topics.all())

    @property
    def day(self) -> dt.date | None:
        """The day that readers see, in local time."""
        return timezone.localdate(self.date) if self.date else None

    @property
    def teaser_text(self) -> str:
        return self.lead or self.search_description

    @property
    def teaser_image(self) -> Any:
        return self.image or self.social_image


class RelatedItem(Orderable):
    """An item that goes well with another; chosen by the editor."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_items")
    item = models.ForeignKey(
        NewsPage, models.CASCADE, related_name="+", verbose_name=_("news item")
    )

    panels: ClassVar[list[Any]] = [FieldPanel("item")]

    class Meta(Orderable.Meta):
        verbose_name = _("related item")
        verbose_name_plural = _("related items")

    def __str__(self) -> str:
        return f"{self.page_id} → {self.item_id}"


class PressReleasePage(NewsPage):
    """A press release: with an embargo, whom the press asks, and files to take."""

    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Before this moment nobody outside sees it; then it appears by itself."),
    )
    contact_name = models.CharField(
        _("contact"),
        max_length=120,
        blank=True,
        help_text=_("Empty fields are filled from your association's press contact."),
    )
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_mail = models.EmailField(_("e-mail"), blank=True)
    contact_hours = models.CharField(_("when to reach"), max_length=160, blank=True)
    about_us = models.TextField(
        _("about us"),
        blank=True,
        max_length=1200,
        help_text=_("Who you are, for somebody who has never heard of you. Empty: as usual."),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, *press_panels()]
    # Without Wagtail's schedule: its beginning is the embargo, its end stands beside that.
    settings_panels: ClassVar[list[Any]] = [*placing_panels(), *Page.settings_panels[1:]]
    template = "news/press_release_page.html"

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def clean(self) -> None:
        """An embargo is Wagtail's schedule: until it ends the page is not live anywhere."""
        super().clean()
        self.go_live_at = self.embargo_until
        if self.live and self.embargo_until and self.embargo_until > timezone.now():
            raise ValidationError({"embargo_until": TOO_LATE})


class PressDownload(Orderable):
    """A file for newsrooms."""

    page = ParentalKey(PressReleasePage, on_delete=models.CASCADE, related_name="downloads")
    document = models.ForeignKey(
        "media.Document", models.CASCADE, related_name="+", verbose_name=_("file")
    )
    title = models.CharField(
        _("title"), max_length=120, blank=True, help_text=_("Empty: the file's own.")
    )

    panels: ClassVar[list[Any]] = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("file for the press")
        verbose_name_plural = _("files for the press")

    def __str__(self) -> str:
        return self.title or str(self.document)
