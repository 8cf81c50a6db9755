"""What an editor should mend before readers stumble over it."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.news.domain.press import press_contact
from plugins.news.models import NewsPage, PressReleasePage
from verbund.plugin import ContentProblem, current_tenant, german_date, plugin_settings


def problems_of(item: NewsPage) -> Iterator[ContentProblem]:
    """Beyond what every page is asked: its lead, its dates, whom the press can reach."""
    if not item.lead.strip():
        yield ContentProblem("lead", _("The lead is missing: lists show the title alone."))
    yield from _past_dates(item)
    if isinstance(item, PressReleasePage):
        contact = press_contact(item, current_tenant(), plugin_settings("news"))
        if not contact.reachable:
            message = _("Nobody is named whom the press can call or write to.")
            yield ContentProblem("contact_phone", message)


def _past_dates(item: NewsPage) -> Iterator[ContentProblem]:
    """Dates that were over before the item could be read; later ones grow old rightly."""
    appears = item.first_published_at or item.go_live_at or timezone.now()
    for title, ends in _dates(item):
        if ends < appears:
            message = _("The date “%(title)s” is over already (%(day)s).")
            words = {"title": title, "day": german_date(ends)}
            yield ContentProblem("body", message % words)


def _dates(item: NewsPage) -> Iterator[tuple[str, dt.datetime]]:
    for block in item.body:
        if block.block_type == "dates":
            for one in block.value["items"]:
                yield one["title"], one["end"] or one["start"]
