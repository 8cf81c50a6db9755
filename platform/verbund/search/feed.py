"""A search and a network's news as Atom feeds, newest first."""

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags
from django.utils.translation import gettext

from verbund.tenancy.models import Tenant

from .models import SearchRow
from .newest import Newest
from .presentation import Presentation
from .query import Hit

LONGEST_FEED = 40
# Of an entry without a date nothing is new; a feed must give each a time, always the same.
UNDATED = dt.date(2000, 1, 1)


class SearchFeed(Feed):
    feed_type = Atom1Feed

    def __init__(self, presentation: Presentation) -> None:
        self.presentation = presentation

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Presentation:
        return self.presentation

    def title(self, obj: Presentation) -> str:
        return gettext("Search for “%(text)s” – %(site)s") % {
            "text": obj.parameters.text,
            "site": obj.home.name,
        }

    def link(self, obj: Presentation) -> str:
        return f"{obj.home.base_url}{reverse('search')}?{obj.parameters.encoded()}"

    def feed_url(self, obj: Presentation) -> str:
        return f"{obj.home.base_url}{reverse('search_feed')}?{obj.parameters.encoded()}"

    def items(self, obj: Presentation) -> tuple[Hit, ...]:
        return obj.result.hits

    def item_title(self, item: Hit) -> str:
        return item.title

    def item_description(self, item: Hit) -> str:
        return strip_tags(item.excerpt)

    def item_link(self, item: Hit) -> str:
        tenant = self.presentation.by_uuid[str(item.tenant)]
        return f"{tenant.base_url}{item.path}"

    def item_guid(self, item: Hit) -> str:
        return f"urn:verbund:{item.tenant}:{item.object_key}"

    item_guid_is_permalink = False

    def item_categories(self, item: Hit) -> tuple[str, ...]:
        return item.topics

    def item_updateddate(self, item: Hit) -> dt.datetime:
        return _midnight(item.date)


class NewestFeed(Feed):
    """What a portal's *Alles Neue* shows, with its filters."""

    feed_type = Atom1Feed
    item_guid_is_permalink = False

    def __init__(self, newest: Newest) -> None:
        self.newest = newest
        self.sites: dict[int, Tenant] = {tenant.pk: tenant for tenant in newest.tenants}

    def title(self) -> str:
        return gettext("New from all cities – %(site)s") % {"site": self.newest.home.name}

    def link(self) -> str:
        return self._address("search_newest")

    def feed_url(self) -> str:
        return self._address("search_newest_feed")

    def _address(self, name: str) -> str:
        query = self.newest.parameters.encoded()
        return f"{self.newest.home.base_url}{reverse(name)}{'?' if query else ''}{query}"

    def items(self) -> list[SearchRow]:
        return list(self.newest.rows[:LONGEST_FEED])

    def item_title(self, item: SearchRow) -> str:
        return f"{self.sites[item.tenant_id].name}: {item.title}"

    def item_description(self, item: SearchRow) -> str:
        return item.summary

    def item_link(self, item: SearchRow) -> str:
        return f"{self.sites[item.tenant_id].base_url}{item.path}"

    def item_guid(self, item: SearchRow) -> str:
        return f"urn:verbund:{self.sites[item.tenant_id].uuid}:{item.object_key}"

    def item_categories(self, item: SearchRow) -> list[str]:
        return item.topics

    def item_updateddate(self, item: SearchRow) -> dt.datetime:
        return _midnight(item.date)


def _midnight(date: dt.date | None) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(date or UNDATED, dt.time()))
