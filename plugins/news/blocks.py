"""The newest items as a section of a home page, and as a block of any page's text."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from plugins.news.cards import cards_of
from plugins.news.domain import queries
from plugins.news.domain.filters import NewsFilter
from plugins.news.models import NewsIndexPage
from verbund.plugin import ContentBlock, Tenant, private_paths


class LatestNewsBlock(StructBlock):
    """A large one and others beside it; says where all of them are."""

    title = CharBlock(label=_("heading"), max_length=60, default=_("News"))
    count = ChoiceBlock(
        label=_("how many"),
        choices=[(str(n), str(n)) for n in (3, 4, 5, 6)],
        default="4",
        search_index=False,
    )
    topic = SnippetChooserBlock(
        "news.Topic", label=_("only this topic"), required=False, help_text=_("Empty: all.")
    )

    class Meta:
        label = _("Latest news")
        icon = "doc-full"
        template = "news/blocks/latest_news.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        index = _index_for(context.get("page"))
        cards = cards_of(_items(index, value, context.get("request"))) if index is not None else []
        every = {"title": _("All news"), "url": index.url} if index is not None else None
        return {**context, "cards": cards, "every": every}


class NewsTeaserBlock(LatestNewsBlock):
    """The same, smaller, inside a text."""

    count = ChoiceBlock(
        label=_("how many"),
        choices=[(str(n), str(n)) for n in (1, 2, 3)],
        default="3",
        search_index=False,
    )

    class Meta:
        label = _("News")
        icon = "doc-full"
        template = "news/blocks/news_teaser.html"


def _index_for(page: Any) -> NewsIndexPage | None:
    """The list in the page's language; the German one where there is none."""
    indexes = NewsIndexPage.objects.live().select_related("locale")
    by_language = {index.locale.language_code: index for index in indexes}
    language = page.locale.language_code if page is not None else settings.LANGUAGE_CODE
    return by_language.get(language) or by_language.get(settings.LANGUAGE_CODE)


def _items(index: NewsIndexPage, value: Any, request: HttpRequest | None) -> Any:
    topic = value["topic"].slug if value["topic"] else ""
    private = private_paths(request) if request is not None else None
    found = queries.matching(queries.visible_items(index, private), NewsFilter(topic))
    return queries.for_cards(queries.pinned_first(found))[: int(value["count"])]


def _first(tenant: Tenant) -> dict[str, Any] | None:
    """A city's home page has its news from the start; a portal shows those of all its cities."""
    return {"title": str(_("News")), "count": "4", "topic": None} if tenant.kind == "city" else None


content_blocks = (
    ContentBlock("latest_news", LatestNewsBlock, where="home", order=100, first=_first),
    ContentBlock("latest_news", NewsTeaserBlock, where="body", order=100),
)
