"""Content files once read: frozen, every date absolute."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from verbund.onboarding.content.front import DatedFront
from verbund.onboarding.content.shapes import Block, HomeText, Picture

F = TypeVar("F", bound=DatedFront)


@dataclass(frozen=True)
class DatedText(Generic[F]):
    """A text of a plugin; what only its kind of text has stands in the front."""

    slug: str
    title: str
    language: str
    translation_of: str | None
    published: datetime
    draft: bool
    lead: str
    picture: Picture | None
    blocks: tuple[Block, ...]
    front: F


@dataclass(frozen=True)
class PageText:
    slug: str
    title: str
    language: str
    translation_of: str | None
    parent: str | None
    path: str
    in_menu: bool
    menu_title: str
    order: int
    draft: bool
    lead: str
    picture: Picture | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Content:
    pages: tuple[PageText, ...]
    homes: tuple[HomeText, ...]
