"""Numbers of the directory as a section of a home page: counted, never typed."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

from plugins.members.domain.numbers import Numbers, numbers
from plugins.members.domain.queries import directory_in
from verbund.plugin import ContentBlock, active_language, for_reader, german_date


class MembersNumbersBlock(StructBlock):
    """How many members, languages and quarters, each with the day it was counted on."""

    title = CharBlock(label=_("heading"), max_length=60, default=_("Members in numbers"))

    class Meta:
        label = _("Members in numbers")
        icon = "group"
        template = "members/blocks/numbers.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = directory_in(active_language() or settings.LANGUAGE_CODE)
        found = numbers()
        if page is None or not found.members:
            return {**context, "items": []}
        url = for_reader(page.url or "/", active_language())
        return {**context, "items": _items(found, url)}


def _items(found: Numbers, url: str) -> list[dict[str, Any]]:
    note = gettext("As of %s") % german_date(timezone.localdate())
    named = (
        (found.members, gettext("Members")),
        (found.languages, gettext("Languages")),
        (found.quarters, gettext("Quarters")),
    )
    return [
        {"number": number, "label": label, "note": note, "url": url}
        for number, label in named
        if number
    ]


content_blocks = (ContentBlock("members_numbers", MembersNumbersBlock, where="home", order=120),)
