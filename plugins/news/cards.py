"""An item as the theme's card takes it."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import Truncator

from plugins.news.enums import Kind
from plugins.news.models import NewsPage
from verbund.plugin import active_language, for_reader

TEASER_LETTERS = 170


def cards_of(items: Iterable[NewsPage]) -> list[dict[str, Any]]:
    """Cards in the same order; the first may be shown large and keeps its whole lead."""
    return [card_of(item, whole=place == 0) for place, item in enumerate(items)]


def card_of(item: NewsPage, *, whole: bool = False) -> dict[str, Any]:
    language = item.locale.language_code
    topics = item.topic_list
    return {
        "title": item.title,
        "url": for_reader(item.url or "/", active_language()),
        "date": item.day,
        "topic": topics[0].name if topics else "",
        "teaser": item.teaser_text if whole else _short(item.teaser_text),
        "image": item.teaser_image,
        # The title beside it says what it is about.
        "alt": "",
        "kind": item.kind.value,
        "kind_label": str(item.kind.label) if item.kind == Kind.PRESS else "",
        "file": _files(item) if item.kind == Kind.PRESS else "",
        "lang": "" if language == active_language() else language,
    }


def _short(text: str) -> str:
    """Whole sentences as far as they fit, else cut between words."""
    if len(text) <= TEASER_LETTERS:
        return text
    end = max(text.rfind(mark, 0, TEASER_LETTERS) for mark in (". ", "! ", "? "))
    if end > 0:
        return text[: end + 1]
    cut = Truncator(text).chars(TEASER_LETTERS, truncate="")
    return cut[: cut.rfind(" ")] + "…"


def _files(item: NewsPage) -> str:
    titles = [one.title or one.document.title for one in item.pressreleasepage.downloads.all()]
    return ", ".join(titles[:2]) + (" …" if len(titles) > 2 else "")
