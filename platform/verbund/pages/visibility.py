"""What the public may see: the one place that says so for every page type."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from verbund.plugin.gate import model_is_on


def public_pages(pages: "QuerySet[Any]", private: Iterable[str] | None = None) -> "QuerySet[Any]":
    """Live pages without a restriction of their own or from above, before their end.

    The end counts from its minute on, not from when the worker takes the page away.
    Who has the request's ``private_paths`` gives them, which spares a query.
    """
    in_time = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    in_time_pages = pages.live().filter(in_time)  # type: ignore[attr-defined]  # PageQuerySet
    if private is None:
        return in_time_pages.public()
    return in_time_pages.exclude(_below(private))


def _below(paths: Iterable[str]) -> Q:
    """Pages at or below these places of the tree; none without a place."""
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=[]))


def is_public(page: Page) -> bool:
    """As public_pages, for one page; a restriction above counts."""
    return public_pages(Page.objects.filter(pk=page.pk)).exists()


def has_ended(page: Page) -> bool:
    """Whether its end has come, though the worker may still have to take it away."""
    return page.expire_at is not None and page.expire_at <= timezone.now()


def of_plugins_that_are_on(pages: Iterable[Page]) -> list[Page]:
    """Pages of the core and of plugins that the tenant has on."""
    return [page for page in pages if model_is_on(page.cached_content_type.app_label)]


def private_paths(request: HttpRequest) -> tuple[str, ...]:
    """Tree paths of restricted pages: whatever begins with one is private. Asked once a request."""
    known = getattr(request, "_verbund_private_paths", None)
    if known is None:
        found = PageViewRestriction.objects.values_list("page__path", flat=True)
        known = request._verbund_private_paths = tuple(found)  # type: ignore[attr-defined]  # ours
    return known
