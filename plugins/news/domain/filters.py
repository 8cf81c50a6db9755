"""The filter of a list as it stands in an address: ?thema=bildung&jahr=2025."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

YEARS = range(1970, 2200)


class UnknownFilter(ValueError):
    """The address asks for something that can't be a year."""


@dataclass(frozen=True)
class NewsFilter:
    """A topic's short name and a year; empty for all."""

    topic: str = ""
    year: int | None = None

    @property
    def query(self) -> str:
        """Encoded for an address, always in the same order; empty without a filter."""
        given = {"thema": self.topic, "jahr": self.year or ""}
        return urlencode({name: value for name, value in given.items() if value})

    def with_topic(self, topic: str) -> "NewsFilter":
        return replace(self, topic=topic)

    def __bool__(self) -> bool:
        return bool(self.topic or self.year)


def read_filter(parameters: Mapping[str, str]) -> NewsFilter:
    """:raises UnknownFilter: the year is none."""
    return NewsFilter(parameters.get("thema", ""), _year(parameters.get("jahr", "")))


def _year(text: str) -> int | None:
    if not text:
        return None
    if len(text) != 4 or not text.isdecimal() or int(text) not in YEARS:
        raise UnknownFilter(f"jahr={text} is no year, use four digits.")
    return int(text)
