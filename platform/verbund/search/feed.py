"""A search as an Atom feed, newest first."""

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags
from django.utils.translation import gettext

from .presentation import Presentation
from .query import Hit


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

    def item_updateddate(self, item: Hit) -> dt.datetime | None:
        if item.date is None:
            return None
        return timezone.make_aware(dt.datetime.combine(item.date, dt.time()))
