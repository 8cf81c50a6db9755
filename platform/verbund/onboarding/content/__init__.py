"""Texts of a tenant's folder content/, read without a database."""

from verbund.onboarding.content.reading import ContentError, read_content
from verbund.onboarding.content.shapes import (
    Block,
    Content,
    DateItem,
    Document,
    HomeText,
    Link,
    NewsText,
    PageText,
    Picture,
)

__all__ = [
    "Block",
    "Content",
    "ContentError",
    "DateItem",
    "Document",
    "HomeText",
    "Link",
    "NewsText",
    "PageText",
    "Picture",
    "read_content",
]
