"""What the pages of items show beyond their own fields."""

from datetime import timedelta
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plugins.news.cards import cards_of
from plugins.news.domain import press, queries
from plugins.news.domain.reading import reading_minutes
from plugins.news.enums import PRESS_SLUG, Kind
from plugins.news.models import NewsPage, PressReleasePage
from plugins.news.structured import article_json
from verbund.plugin import current_tenant, german_date, plugin_settings, private_paths

register = template.Library()
# Small corrections in the first hours are no news.
UNCHANGED_FOR = timedelta(days=1)
register.filter(reading_minutes)


@register.simple_tag(takes_context=True)
def related_cards(context: dict[str, Any], item: NewsPage) -> list[dict[str, Any]]:
    return cards_of(queries.related_to(item, private_paths(context["request"])))


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
    list_url = (item.url or "/").removesuffix(f"{item.slug}/")
    links = [
        {"title": topic.name, "url": f"{list_url}?thema={topic.slug}"} for topic in item.topic_list
    ]
    if item.kind == Kind.PRESS:
        links.insert(0, {"title": _("Press releases"), "url": f"{list_url}?thema={PRESS_SLUG}"})
    return links


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
