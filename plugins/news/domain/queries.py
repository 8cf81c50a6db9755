"""Reads: which items the public may see, by topic and year, and what goes with what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.news.domain.filters import NewsFilter
from plugins.news.enums import PRESS_SLUG
from plugins.news.models import NewsIndexPage, NewsPage, PressDownload, Topic
from verbund.plugin import Image, filter_specs, public_pages

Items = QuerySet[NewsPage]
NEWEST_FIRST = (F("date").desc(nulls_last=True), "-pk")
RELATED = 3


@dataclass(frozen=True)
class TopicChoice:
    """A topic as a filter, and how many items it has."""

    slug: str
    name: str
    count: int


def visible_items(
    index: NewsIndexPage | None = None, private: Sequence[str] | None = None
) -> Items:
    """All that the public may see, below one main page or in all languages.

    ``private`` are the request's private paths, where they are known already.
    An embargo is a schedule, so that what is under one is not live; asking for it here as well
    costs nothing and holds whatever becomes of the schedule.
    """
    items = NewsPage.objects.all() if index is None else NewsPage.objects.child_of(index)
    return public_pages(items, private).exclude(pressreleasepage__embargo_until__gt=timezone.now())


def is_visible(item: NewsPage) -> bool:
    """As visible_items, for one item."""
    return visible_items().filter(pk=item.pk).exists()


def matching(items: Items, chosen: NewsFilter) -> Items:
    """Those that fit a filter."""
    if chosen.topic == PRESS_SLUG:
        items = items.filter(pressreleasepage__isnull=False)
    elif chosen.topic:
        items = items.filter(_has_topic([chosen.topic]))
    return items.filter(date__year=chosen.year) if chosen.year else items


def newest(items: Items) -> Items:
    return items.order_by(*NEWEST_FIRST)


def pinned_first(items: Items) -> Items:
    return items.order_by("-pinned", *NEWEST_FIRST)


def for_cards(items: Items) -> Items:
    """With all that a card shows, so that a list costs the same queries whatever its length."""
    pictures: Any = Image.objects.prefetch_renditions(*filter_specs("card", "lead", "side"))
    files = PressDownload.objects.select_related("document")
    return items.select_related("locale", "pressreleasepage").prefetch_related(
        "topics",
        Prefetch("image", queryset=pictures),
        Prefetch("social_image", queryset=pictures),
        Prefetch("pressreleasepage__downloads", queryset=files),
    )


def topic_choices(visible: Items) -> list[TopicChoice]:
    """Topics that some of the items have, by name; one that has several languages comes once."""
    counted = Count("items", filter=Q(items__in=visible.order_by()), distinct=True)
    found: dict[str, TopicChoice] = {}
    for topic in Topic.objects.annotate(count=counted).filter(count__gt=0).order_by("name"):
        before = found.get(topic.slug) or TopicChoice(topic.slug, topic.name, 0)
        found[topic.slug] = TopicChoice(topic.slug, before.name, before.count + topic.count)
    return list(found.values())


def german_list_url(index: NewsIndexPage) -> str:
    """Where there is more, for readers of another language; empty for the German list."""
    if index.locale.language_code == settings.LANGUAGE_CODE:
        return ""
    german = NewsIndexPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    found = german.select_related("locale").first()
    return (found.url or "") if found else ""


def topic_name(slug: str, language: str) -> str:
    """The name of a topic that may have no item yet; empty if there is no such topic."""
    if slug == PRESS_SLUG:
        return str(_("Press releases"))
    topic = Topic.objects.filter(slug=slug, locale__language_code=language).first()
    return topic.name if topic else ""


def press_count(visible: Items) -> int:
    return visible.filter(pressreleasepage__isnull=False).count()


def archive_years(visible: Items) -> list[int]:
    """Years with an item, the latest first."""
    years = visible.filter(date__isnull=False).order_by().annotate(year=ExtractYear("date"))
    return sorted(years.values_list("year", flat=True).distinct(), reverse=True)


def related_to(item: NewsPage, private: Sequence[str] | None = None) -> list[NewsPage]:
    """What the editor chose, filled up with the newest of the same topics, then the newest."""
    visible: Any = visible_items(private=private)
    visible = visible.sibling_of(item, inclusive=False)
    chosen = [row.item_id for row in item.related_items.all()]
    topics = [topic.slug for topic in item.topic_list]
    ranked = visible.annotate(rank=_rank(chosen, topics)).order_by("rank", *NEWEST_FIRST)
    return list(for_cards(ranked)[:RELATED])


def _rank(chosen: Sequence[int], topics: Sequence[str]) -> Case:
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(chosen)]
    same_topic = When(_has_topic(topics), then=Value(len(chosen)))
    return Case(*places, same_topic, default=Value(len(chosen) + 1))


def _has_topic(slugs: Sequence[str]) -> Exists:
    through = NewsPage.topics.through.objects
    return Exists(through.filter(newspage=OuterRef("pk"), topic__slug__in=list(slugs)))
