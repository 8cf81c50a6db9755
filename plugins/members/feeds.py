"""What is new or changed in the directory as an Atom feed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from plugins.members.cards import entry_url
from plugins.members.domain.published import Published
from plugins.members.models import DirectoryPage
from verbund.plugin import Tenant, active_language

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
LENGTH = 30


class SteadyFeed(Atom1Feed):
    """Without items Django dates a feed "now": the same bytes would never come twice."""

    feed: dict[str, Any]

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else self.feed["since"]


def atom_feed(page: DirectoryPage, entries: Iterable[Published], tenant: Tenant) -> str:
    """The entries in the order they come."""
    feed = SteadyFeed(
        title=_("%s: changes in the directory") % tenant.association,
        link=tenant.base_url + (page.url or "/"),
        description=page.teaser_text,
        subtitle=page.teaser_text,
        feed_url=tenant.base_url + page.sub_url("feed"),
        language=active_language(),
        author_name=tenant.association,
        since=page.last_published_at or tenant.created,
    )
    for entry in entries:
        feed.add_item(
            title=entry.name,
            link=tenant.base_url + entry_url(page, entry.slug),
            unique_id=f"urn:uuid:{entry.uuid}",
            description=entry.text.summary,
            pubdate=entry.changed_at,
            updateddate=entry.changed_at,
            author_name=tenant.association,
            categories=[topic.name for topic in entry.topics],
        )
    return feed.writeString("utf-8")
