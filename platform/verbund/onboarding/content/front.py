"""The keys that may stand at the head of a content file."""

from typing import ClassVar

from verbund.onboarding.content.shapes import Picture
from verbund.tenancy.recipe.tables import Slug, Table, Text


class ContentFront(Table):
    title: Text
    language: str = "de"
    translation_of: str | None = None
    slug: Slug | None = None
    lead: str = ""
    picture: Picture | None = None
    draft: bool = False


class DatedFront(ContentFront):
    """Of a text that appears on a day; a plugin adds the keys of its own kind of text."""

    # Those keys that hold slugs of German texts in the same folder.
    references: ClassVar[tuple[str, ...]] = ()

    days_ago: int
    at: str = "09:00"


class PageFront(ContentFront):
    parent: str | None = None
    in_menu: bool = False
    menu_title: str = ""
    order: int = 100
