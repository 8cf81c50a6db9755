"""A list as an Atom feed; addresses carry the tenant's own host."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from plugins.news.listing import Listing
from plugins.news.models import NewsPage
from verbund.plugin import Tenant

MEDIA_TYPE = "application/atom+xml; charset=utf-8"


class SteadyFeed(Atom1Feed):
    """Without items Django dates a feed "now": the same bytes would never come twice."""

    feed: dict[str, Any]

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else self.feed["since"]


def atom_feed(listing: Listing, items: Iterable[NewsPage], tenant: Tenant) -> str:
    """The feed of a list with its filter; the items in the order they come."""
    index = listing.index
    feed = SteadyFeed(
        title=f"{tenant.association}: {listing.title}",
        link=tenant.base_url + listing.url(listing.chosen),
        description=index.teaser_text,
        subtitle=index.teaser_text or _("News of %s") % tenant.association,
        feed_url=tenant.base_url + listing.feed_url,
        language=index.locale.language_code,
        author_name=tenant.association,
        since=index.last_published_at or tenant.created,
    )
    for item in items:
        _add(feed, item, tenant)
    return feed.writeString("utf-8")


def _add(feed: Atom1Feed, item: NewsPage, tenant: Tenant) -> None:
    language = item.locale.language_code
    feed.add_item(
        title=item.title,
        link=f"{tenant.base_url}{item.url}",
        # Stays the same when an item moves or is renamed.
        unique_id=f"urn:uuid:{item.translation_key}#{language}",
        description=item.teaser_text,
        pubdate=item.date,
        updateddate=item.last_published_at or item.date,
        author_name=item.author_line or tenant.association,
        categories=[topic.name for topic in item.topic_list],
    )
