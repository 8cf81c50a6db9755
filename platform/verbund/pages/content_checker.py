"""Wagtail's panel *Checks*, with what we look for in the preview while somebody writes."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

PICTURE = "picture-description"


class ContentChecker(ContentCheckerItem):
    """Also finds pictures that a screen reader can say nothing about."""

    axe_run_only: ClassVar[list[str]] = [*ContentCheckerItem.axe_run_only, PICTURE]
    axe_custom_rules: ClassVar[list[dict[str, Any]]] = [
        *ContentCheckerItem.axe_custom_rules,
        {
            "id": PICTURE,
            "impact": "serious",
            # Marks and logos stand beside their names: they are no pictures of the page.
            "selector": "main img.pic",
            "tags": ["best-practice"],
            "any": ["non-empty-alt"],
            "enabled": True,
        },
    ]
    axe_messages: ClassVar[dict[str, Any]] = {
        **ContentCheckerItem.axe_messages,
        PICTURE: {
            "error_name": _("The picture has no description"),
            "help_text": _("Say in the library what is to be seen, for those who can't see it."),
        },
    }
