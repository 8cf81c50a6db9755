"""Sections of a portal's home page: the search, the cities, and what is new in all of them."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from verbund.pages.links import LinkBlock, links_of
from verbund.plugin.contributions import ContentBlock
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

from . import portal
from .parameters import NAMES
from .service import tenants_in_scope


class SearchHeroBlock(blocks.StructBlock):
    """The search as the first thing on the page, with examples of what can be found."""

    title = blocks.CharBlock(label=_("question"), max_length=70)
    lead = blocks.TextBlock(label=_("about the search"), required=False, max_length=400)
    placeholder = blocks.CharBlock(
        label=_("hint in the field"), required=False, max_length=40, search_index=False
    )
    examples = blocks.ListBlock(
        blocks.CharBlock(max_length=60, search_index=False),
        label=_("examples"),
        max_num=6,
        default=[],
    )

    class Meta:
        label = _("Search as opening")
        icon = "search"
        template = "search/sections/search_hero.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        tenants = tenants_in_scope(current_tenant(), network=False)
        action = reverse("search")
        arguments = {
            "title": value["title"],
            "action": action,
            "suggest": reverse("search_suggestions"),
            "placeholder": value["placeholder"],
            "kicker": _kicker(len(tenants)),
            "note": portal.size_note(tenants),
            "scope_name": NAMES["site"],
            "scopes": _scopes(tenants),
            "examples": [
                {"title": text, "url": f"{action}?{urlencode({'q': text})}"}
                for text in value["examples"]
            ],
        }
        return {**context, "arguments": arguments}


def _kicker(sites: int) -> str:
    return gettext("Search across all sites") if sites > 1 else gettext("Search")


def _scopes(tenants: list[Any]) -> list[dict[str, Any]]:
    if len(tenants) < 2:
        return []
    every = {"value": "", "label": gettext("All sites"), "checked": True}
    return [every, *({"value": one.schema_name, "label": one.name} for one in tenants)]


class CitiesBlock(blocks.StructBlock):
    """The members of the network on a drawn map and as a list with focus, numbers and state."""

    title = blocks.CharBlock(label=_("heading"), max_length=60, default=_("Cities"))
    text = blocks.CharBlock(label=_("about it"), required=False, max_length=160)
    links = blocks.ListBlock(LinkBlock(), label=_("links"), max_num=2, default=[])

    class Meta:
        label = _("Cities of the network")
        icon = "site"
        template = "search/sections/cities.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        network = portal.network_of(current_tenant())
        items = portal.cities(network) if network else []
        return {
            **context,
            "items": items,
            "places": portal.places(items),
            "links": links_of(value["links"]),
        }


class LatestNetworkBlock(blocks.StructBlock):
    """The newest entries of all members, each with its city."""

    title = blocks.CharBlock(label=_("heading"), max_length=60, default=_("New from all cities"))
    count = blocks.ChoiceBlock(
        label=_("how many"),
        choices=[(str(n), str(n)) for n in (4, 6, 7, 9)],
        default="7",
        search_index=False,
    )

    class Meta:
        label = _("Latest from the network")
        icon = "list-ul"
        template = "search/sections/latest_network.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        tenants = tenants_in_scope(current_tenant(), network=True)
        links = []
        if current_tenant().kind == TenantKind.NETWORK:
            links = [{"title": gettext("Everything new"), "url": reverse("search_newest")}]
        return {**context, "items": portal.latest(tenants, int(value["count"])), "links": links}


def _of_portals(**value: Any) -> Callable[[Tenant], dict[str, Any] | None]:
    """A portal's home page begins with this section; its words are said in the page's language."""

    def first(tenant: Tenant) -> dict[str, Any] | None:
        if tenant.kind != TenantKind.NETWORK:
            return None
        return {
            key: str(part) if isinstance(part, Promise) else part for key, part in value.items()
        }

    return first


content_blocks = (
    ContentBlock(
        "search_hero",
        SearchHeroBlock,
        where="home",
        order=10,
        first=_of_portals(
            title=_("What are you looking for?"),
            lead="",
            placeholder=_("Room, club, device …"),
            examples=[],
        ),
    ),
    ContentBlock(
        "latest_network",
        LatestNetworkBlock,
        where="home",
        order=20,
        first=_of_portals(title=_("New from all cities"), count="7"),
    ),
    ContentBlock(
        "cities",
        CitiesBlock,
        where="home",
        order=30,
        first=_of_portals(title=_("Cities"), text="", links=[]),
    ),
)
