"""What the public may see: the one place that says so for every page type."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction


def public_pages(pages: "QuerySet[Any]") -> "QuerySet[Any]":
    """Live pages without a restriction of their own or from above."""
    return pages.live().public()  # type: ignore[attr-defined]  # Wagtail's PageQuerySet


def is_public(page: Page) -> bool:
    """As public_pages, for one page; a restriction above counts."""
    if not page.live:
        return False
    restricted = PageViewRestriction.objects.filter(page__in=page.get_ancestors(inclusive=True))
    return not restricted.exists()
