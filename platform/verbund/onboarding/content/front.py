"""The keys that may stand at the head of a content file."""

from typing import Literal

from verbund.onboarding.content.shapes import Picture
from verbund.tenancy.recipe.tables import Slug, Table, Text


class Front(Table):
    title: Text
    language: str = "de"
    translation_of: str | None = None
    slug: Slug | None = None
    lead: str = ""
    picture: Picture | None = None
    draft: bool = False


class NewsFront(Front):
    topics: tuple[str, ...]
    days_ago: int
    at: str = "09:00"
    kind: Literal["news", "press"] = "news"
    expires_days_ago: int | None = None
    embargo_days_ago: int | None = None
    pinned: bool = False
    network: bool = True
    author_line: str = ""
    related: tuple[str, ...] = ()


class PageFront(Front):
    parent: str | None = None
    in_menu: bool = False
    menu_title: str = ""
    order: int = 100
