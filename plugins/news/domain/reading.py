"""An item's words: for the reading time and for searches."""

import math

from plugins.news.models import NewsPage

WORDS_A_MINUTE = 190


def words_of(item: NewsPage) -> str:
    """The body as plain text, without rendering it."""
    block = item.body.stream_block
    return " ".join(str(text) for text in block.get_searchable_content(item.body))


def reading_minutes(item: NewsPage) -> int:
    """Whole minutes; 0 for what is read at a glance."""
    minutes = math.ceil(len(words_of(item).split()) / WORDS_A_MINUTE)
    return minutes if minutes > 1 else 0
