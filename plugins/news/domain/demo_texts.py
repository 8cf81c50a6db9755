"""The files of content/news/: what the demo's items are made from, read without a database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import ClassVar, Literal

from plugins.news.enums import Kind
from verbund.plugin import DatedFront, DatedText, read_dated


class NewsFront(DatedFront):
    references: ClassVar[tuple[str, ...]] = ("related",)

    topics: tuple[str, ...]
    kind: Kind = Kind.NEWS
    expires_days_ago: int | None = None
    embargo_days_ago: int | None = None
    pinned: bool = False
    network: bool = True
    author_line: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewsText(DatedText[NewsFront]):
    @property
    def embargo(self) -> datetime | None:
        return self._moment(self.front.embargo_days_ago)

    @property
    def expires(self) -> datetime | None:
        return self._moment(self.front.expires_days_ago)

    @property
    def appears(self) -> datetime:
        return max(self.published, self.embargo or self.published)

    def state(self, now: datetime) -> Literal["draft", "scheduled", "expired", "published"]:
        if self.draft:
            return "draft"
        if self.appears > now:
            return "scheduled"
        return "expired" if self.expires and self.expires <= now else "published"

    def _moment(self, days_ago: int | None) -> datetime | None:
        """So many days before the one of reading, at the text's own time of day."""
        if days_ago is None:
            return None
        return self.published + timedelta(days=self.front.days_ago - days_ago)


def news_texts(folder: Path, today: date) -> tuple[NewsText, ...]:
    texts = read_dated(folder, "news", NewsFront, today)
    return tuple(NewsText(**vars(text)) for text in texts)
