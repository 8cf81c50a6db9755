"""Texts of a tenant's folder content/, read without a database."""

from verbund.onboarding.content.dated import read_dated
from verbund.onboarding.content.folder import ContentError
from verbund.onboarding.content.front import DatedFront
from verbund.onboarding.content.reading import read_content
from verbund.onboarding.content.shapes import (
    Block,
    DateItem,
    Document,
    HomeText,
    Link,
    Picture,
)
from verbund.onboarding.content.texts import Content, DatedText, PageText

__all__ = [
    "Block",
    "Content",
    "ContentError",
    "DateItem",
    "DatedFront",
    "DatedText",
    "Document",
    "HomeText",
    "Link",
    "PageText",
    "Picture",
    "read_content",
    "read_dated",
]
