"""What the pages of items show beyond their own fields."""

from datetime import timedelta
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from plugins.news.cards import cards_of
from plugins.news.domain import press, queries
from plugins.news.domain.reading import reading_minutes
from plugins.news.enums import PRESS_SLUG, Kind
from plugins.news.models import NewsIndexPage, NewsPage, PressReleasePage
from plugins.news.structured import article_json
from verbund.plugin import current_tenant, german_date, plugin_settings

register = template.Library()
# Small corrections in the first hours are no news.
UNCHANGED_FOR = timedelta(days=1)
register.filter(reading_minutes)


@register.simple_tag
def related_cards(item: NewsPage) -> list[dict[str, Any]]:
    return cards_of(queries.related_to(item))


@register.simple_tag
def structured_data(item: NewsPage) -> SafeString:
    return article_json(item, current_tenant())


@register.simple_tag
def press_contact(release: PressReleasePage) -> press.PressContact:
    return press.press_contact(release, current_tenant(), plugin_settings("news"))


@register.simple_tag
def about_us(release: PressReleasePage) -> str:
    return press.about_us(release, plugin_settings("news"))


@register.simple_tag
def press_files(release: PressReleasePage) -> list[dict[str, Any]]:
    """Files for the press, as the component for downloads takes them."""
    return [
        {
            "title": one.title or one.document.title,
            "url": one.document.url,
            "type": one.document.file_extension.upper(),
            "size": one.document.file_size,
        }
        for one in release.downloads.select_related("document")
    ]


@register.simple_tag
def topic_links(item: NewsPage) -> list[dict[str, str]]:
    """An item's topics, each leading to the list of that topic."""
    list_url = item.get_parent().url
    links = [
        {"title": topic.name, "url": f"{list_url}?thema={topic.slug}"}
        for topic in item.topics.all()
    ]
    if item.kind == Kind.PRESS:
        links.insert(0, {"title": _("Press releases"), "url": f"{list_url}?thema={PRESS_SLUG}"})
    return links


@register.simple_tag
def news_crumbs(page: Page) -> list[dict[str, str]]:
    """The way to an item or to the list itself: home, then the list."""
    is_index = page.slug == NewsIndexPage.fixed_slug
    index = page if is_index else page.get_parent()
    url = index.url or "/"
    home = {"title": _("Home"), "url": url.removesuffix(f"{index.slug}/")}
    return [home] if is_index else [home, {"title": index.title, "url": url}]


@register.simple_tag
def item_facts(item: NewsPage) -> list[dict[str, str]]:
    """When and by whom, as the box beside the text takes it."""
    facts = []
    if item.author_line:
        facts.append({"label": _("Written by"), "value": item.author_line})
    if item.date:
        facts.append({"label": _("Published"), "value": german_date(item.date)})
    changed = item.last_published_at
    if item.date and changed and changed - item.date > UNCHANGED_FOR:
        facts.append({"label": _("Last changed"), "value": german_date(changed)})
    return facts
