"""What the list says around its cards: filters, how many, and what to do where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.news.domain import queries
from plugins.news.domain.filters import NewsFilter
from plugins.news.enums import PRESS_SLUG
from plugins.news.models import NewsIndexPage
from verbund.plugin import active_language, for_reader

Link = dict[str, Any]


@dataclass(frozen=True)
class Listing:
    """One language's list with a filter set; ``visible`` is what the filter chooses from."""

    index: NewsIndexPage
    chosen: NewsFilter
    topics: tuple[queries.TopicChoice, ...]
    visible: queries.Items

    @property
    def found(self) -> queries.Items:
        return queries.matching(self.visible, self.chosen)

    @property
    def topic_name(self) -> str:
        """Empty without a topic, and for one that nobody has made."""
        known = {topic.slug: topic.name for topic in self.topics}
        slug, language = self.chosen.topic, self.index.locale.language_code
        return known.get(slug) or (queries.topic_name(slug, language) if slug else "")

    @property
    def is_known(self) -> bool:
        return not self.chosen.topic or bool(self.topic_name)

    @property
    def plain_url(self) -> str:
        """The list's address for this reader, without a filter."""
        return for_reader(self.index.url or "/", active_language())

    def url(self, chosen: NewsFilter) -> str:
        return address(self.plain_url, chosen)

    @property
    def feed_url(self) -> str:
        return address(for_reader(self.index.sub_url("feed"), active_language()), self.chosen)

    @property
    def title(self) -> str:
        """As a line of words: Aktuelles, Bildung, 2025."""
        parts = (self.index.title, self.topic_name, str(self.chosen.year or ""))
        return ", ".join(part for part in parts if part)

    @property
    def chips(self) -> list[Link]:
        every = queries.TopicChoice("", _("All topics"), 0)
        return [
            {
                "title": topic.name,
                "url": self.url(self.chosen.with_topic(topic.slug)),
                "current": topic.slug == self.chosen.topic,
            }
            for topic in (every, *self.topics)
        ]

    @property
    def hidden(self) -> list[Link]:
        """What the form for the year takes along."""
        topic = self.chosen.topic
        return [{"name": "thema", "value": topic}] if topic else []

    def count_line(self, count: int) -> str:
        """31 Meldungen zu „Bildung“ aus dem Jahr 2025."""
        if self.chosen.topic == PRESS_SLUG:
            line = ngettext("%d press release", "%d press releases", count) % count
        else:
            line = ngettext("%d news item", "%d news items", count) % count
            line += " " + _("on “%s”") % self.topic_name if self.chosen.topic else ""
        return line + (" " + _("from the year %d") % self.chosen.year if self.chosen.year else "")

    @property
    def empty(self) -> Link:
        """Why there is nothing, and where there is something."""
        if not self.chosen:
            return {
                "title": _("Nothing has been published here yet"),
                "text": _("The first item will stand here. The feed tells you when it appears."),
                "actions": [{"title": _("Follow the feed"), "url": self.feed_url}],
            }
        return {
            "title": _("Nothing fits this choice"),
            "text": _("There are no items for this topic and year. Others are one step away."),
            "actions": self._ways_out(),
        }

    def _ways_out(self) -> list[Link]:
        ways = [{"title": _("All news"), "url": self.url(NewsFilter())}]
        if self.chosen.topic and self.chosen.year:
            topic = NewsFilter(self.chosen.topic)
            title = _("“%s” in all years") % self.topic_name
            ways.insert(0, {"title": title, "url": self.url(topic)})
        return ways


def listing_of(index: NewsIndexPage, chosen: NewsFilter, private: Sequence[str]) -> Listing:
    """``private`` are the request's private paths."""
    visible = queries.visible_items(index, private)
    topics = queries.topic_choices(visible)
    press = queries.press_count(visible)
    if press:
        topics.append(queries.TopicChoice(PRESS_SLUG, _("Press releases"), press))
    return Listing(index, chosen, tuple(topics), visible)


def address(url: str, chosen: NewsFilter) -> str:
    return f"{url}?{chosen.query}" if chosen else url
