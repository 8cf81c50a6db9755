"""Tells an editor what readers would stumble over: after saving, and beside the preview."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from verbund.pages.base import BasePage
from verbund.pages.content_checker import ContentChecker


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_content_problems(request: HttpRequest, page: Page) -> None:
    """A message with all problems of the draft; none without problems."""
    specific = page.specific
    problems = specific.content_problems() if isinstance(specific, BasePage) else []
    if not problems:
        return
    items = format_html_join("", "<li>{}</li>", ((problem.message,) for problem in problems))
    text = _("Saved. Readers would stumble over this:")
    messages.warning(request, format_html("{}<ul>{}</ul>", text, items))


@hooks.register("construct_wagtail_userbar")
def check_for_more(request: HttpRequest, items: list[Any], page: Page | None = None) -> None:
    """Puts our checker in the place of Wagtail's."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = ContentChecker(in_editor=item.in_editor)
