"""The form of a page in the admin."""

from typing import Any

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page


class PageForm(WagtailAdminPageForm):
    """A new page whose title was there before gets an address of its own without asking.

    Every year has its summer party; an address that somebody typed is never changed.
    """

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        title = self.cleaned_data.get("title", "")
        made_from_title = slug == slugify(title)[: len(slug)]
        if self.instance.pk or self.parent_page is None or not slug or not made_from_title:
            return slug
        return free_slug(slug, self.parent_page)


def free_slug(slug: str, parent: Any) -> str:
    """The slug, else the first of slug-2, slug-3 … that no page below the parent has."""
    candidate, number = slug, 1
    while not Page._slug_is_available(candidate, parent):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
