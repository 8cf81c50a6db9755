"""A part of a main page that has an address of its own: one entry, one article."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PagePart:
    """What the head of the page says of it; ``image`` is a picture of the library."""

    title: str
    description: str = ""
    image: Any = None
