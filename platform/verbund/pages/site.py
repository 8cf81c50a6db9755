"""The frame of a site: navigation, languages, contact and legal links, from the page tree."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.models import Page, Site

from verbund.pages.translations import (
    active_language,
    for_reader,
    language_links,
    prefix_of,
    shown_in,
)
from verbund.pages.visibility import of_plugins_that_are_on, private_paths
from verbund.plugin.config import ContributingConfig, PluginConfig
from verbund.plugin.contributions import AccountSection
from verbund.plugin.gate import contributed, is_on
from verbund.tenancy.domain.queries import members_of, networks_of
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant
from verbund.theming.site import Contact, Hours, Link, NavItem, SiteContext

LEVELS = 2


def site_context(request: HttpRequest, tenant: Tenant | None) -> SiteContext:
    """What header and footer show on this request; an empty frame without a tenant."""
    if tenant is None:
        return SiteContext(name="Verbund")
    if getattr(request, "is_closed", False):
        return closed_context(tenant)
    language = active_language()
    prefix = prefix_of(language)
    site = Site.find_for_request(request)
    pages = _frame_pages(site, language, request) if site else []
    return SiteContext(
        name=short_name(tenant),
        claim=str(tenant.brand.get("claim") or tenant.association),
        logo=str(tenant.brand.get("logo") or ""),
        home_url=prefix,
        navigation=_navigation(pages, request),
        languages=language_links(request, tenant, language),
        search_url=f"{prefix}suche/",
        account=_account_link(tenant, prefix),
        network_link=_network_link(tenant),
        city_links=_city_links(tenant),
        legal_links=_legal_links(pages),
        contact=contact_of(tenant),
        demo=tenant.is_demo,
    )


def _account_link(tenant: Tenant, prefix: str) -> Link | None:
    """To /konto/, where a plugin of this site has something for member organisations."""
    if not any(is_on(config, tenant) for config, _one in _sections_of_plugins()):
        return None
    return Link(gettext("Account"), f"{prefix}konto/")


def _sections_of_plugins() -> list[tuple[ContributingConfig, AccountSection]]:
    return [
        (config, section)
        for config, section in contributed("account_sections")
        if isinstance(config, PluginConfig)
    ]


def closed_context(tenant: Tenant) -> SiteContext:
    """A site that is not open: its name and whom to ask, no page of it."""
    return SiteContext(name=short_name(tenant), contact=contact_of(tenant))


def short_name(tenant: Tenant) -> str:
    return str(tenant.brand.get("short_name") or tenant.name)


def _frame_pages(site: Site, language: str, request: HttpRequest) -> list[Page]:
    """Public menu pages of two levels and the legal pages, in the tree's order."""
    home = site.root_page
    pages = (
        Page.objects.descendant_of(home)
        .live()
        .filter(depth__lte=home.depth + LEVELS)
        .order_by("path")
    )
    private = private_paths(request)
    wanted = [page for page in pages if page.show_in_menus or _is_legal(page)]
    wanted = [page for page in wanted if not page.path.startswith(private)]
    return shown_in(of_plugins_that_are_on(wanted), language, request)


def _is_legal(page: Page) -> bool:
    return page.cached_content_type.model == "legalpage"


def _navigation(pages: list[Page], request: HttpRequest) -> tuple[NavItem, ...]:
    menu = [page for page in pages if not _is_legal(page)]
    if not menu:
        return ()
    top = min(page.depth for page in menu)
    return tuple(_item(page, menu, request) for page in menu if page.depth == top)


def _item(page: Page, menu: list[Page], request: HttpRequest) -> NavItem:
    url = page.frame_url
    below = [child for child in menu if child.path.startswith(page.path) and child != page]
    return NavItem(
        title=page.title,
        url=url,
        current=request.path == url,
        open=request.path.startswith(url) and request.path != url,
        children=tuple(_item(child, [], request) for child in below),
    )


def _legal_links(pages: list[Page]) -> tuple[Link, ...]:
    legal = [page for page in pages if _is_legal(page)]
    return tuple(Link(page.title, page.frame_url, lang=page.frame_lang) for page in legal)


def _network_link(tenant: Tenant) -> Link | None:
    networks = networks_of(tenant) if tenant.kind == TenantKind.CITY else []
    return Link(networks[0].association, networks[0].base_url + "/") if networks else None


def _city_links(tenant: Tenant) -> tuple[Link, ...]:
    if tenant.kind != TenantKind.NETWORK:
        return ()
    return tuple(Link(city.name, city.base_url + "/") for city in members_of(tenant))


def contact_of(tenant: Tenant) -> Contact:
    """How to reach the association; empty fields where it has not said."""
    data: dict[str, Any] = tenant.contact
    town = f"{data.get('postcode') or ''} {data.get('city') or ''}".strip()
    lines = tuple(filter(None, [data.get("building"), data.get("street"), town]))
    hours = tuple(Hours(row["days"], row["hours"]) for row in data.get("opening_hours") or ())
    return Contact(
        name=short_name(tenant),
        lines=lines,
        phone=data.get("phone") or "",
        mail=data.get("email") or "",
        hours=hours,
        access=data.get("access") or "",
    )


def reader_url(url: str) -> str:
    """As for_reader, in the language of the moment."""
    return for_reader(url, active_language())
