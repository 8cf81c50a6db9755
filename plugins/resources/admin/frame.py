"""What all pages of the pool in the admin have around them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSet

from plugins.resources.domain.stories import Actor
from verbund.plugin import User

Crumb = dict[str, Any]
WAY: tuple[Crumb, ...] = (
    {"url": reverse_lazy("wagtailadmin_home"), "label": gettext_lazy("Home")},
    {"url": reverse_lazy("resources_admin:index"), "label": gettext_lazy("Resources")},
)


def actor_of(request: HttpRequest) -> Actor:
    """Who of the staff does it, by the name that the story keeps."""
    user = request.user
    assert isinstance(user, User)
    return Actor(user.get_full_name() or user.email, user)


def frame(title: str, *way: tuple[str, str], subtitle: str = "") -> dict[str, Any]:
    """Heading and the way back, for templates that extend Wagtail's generic page."""
    crumbs: list[Crumb] = [
        *WAY,
        *({"url": url, "label": label} for url, label in way),
        {"url": "", "label": title, "sublabel": subtitle},
    ]
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": "folder-open-inverse",
        "breadcrumbs_items": crumbs,
    }


class PoolViewSet(SnippetViewSet):
    """Kept by those who lend; reached from the pool's own page of the admin."""

    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50

    @cached_property
    def breadcrumbs_items(self) -> list[Crumb]:
        return list(WAY)
