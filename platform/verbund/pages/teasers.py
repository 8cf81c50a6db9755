"""Pages as teasers: title, picture, a sentence and a date, in as few queries for 1 as for 6."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from verbund.media.renditions import prefetch_renditions
from verbund.pages.site import reader_url
from verbund.pages.visibility import of_plugins_that_are_on, public_pages


def teasers_of(pages: Iterable[Page]) -> list[dict[str, Any]]:
    """Arguments of `card` for those pages that are public, in the order given."""
    keys = [page.pk for page in pages if page is not None]
    found = public_pages(Page.objects.filter(pk__in=keys))
    specific = found.specific()  # type: ignore[attr-defined]  # Wagtail's PageQuerySet
    shown = of_plugins_that_are_on(specific)
    _fetch_pictures(shown)
    return [_teaser(page) for page in sorted(shown, key=lambda page: keys.index(page.pk))]


def _fetch_pictures(pages: Sequence[Any]) -> None:
    for model, same in groupby(sorted(pages, key=_type_name), key=type):
        fields = [name for name in ("image", "social_image") if hasattr(model, name)]
        prefetch_related_objects(list(same), *fields)
    pictures = [page.teaser_image for page in pages if getattr(page, "teaser_image", None)]
    prefetch_renditions(pictures, "card")


def _type_name(page: Page) -> str:
    return type(page).__name__


def _teaser(page: Any) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": reader_url(page.url),
        "teaser": getattr(page, "teaser_text", ""),
        "image": getattr(page, "teaser_image", None),
        "date": getattr(page, "date", None),
    }
