"""Where a page stands: those above, below and beside it, in the language of the reader."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from verbund.pages.translations import active_language, in_language, prefix_of
from verbund.pages.visibility import has_ended, of_plugins_that_are_on, private_paths
from verbund.theming.site import Link

HOME_DEPTH = 2


def trail_of(page: Page, request: HttpRequest) -> list[Link]:
    """Empty for a home page; a page that was routed to knows its way, another asks for it.

    Above a part of a page stands the page itself.
    """
    site = Site.find_for_request(request)
    if site is None or page.depth <= site.root_page.depth:
        return []
    above = _way_down(page, site.root_page.depth)
    if above is None:
        above = list(page.get_ancestors().filter(depth__gt=site.root_page.depth))
    above = [one for one in above if one.live]
    language = active_language()
    same = page.locale.language_code == language
    home = Link(_("Home page"), prefix_of(language))
    if getattr(request, "shown_part", None) is not None:
        above.append(page)
    return [home, *(Link(one.title, _address(one, language, same, request)) for one in above)]


def _way_down(page: Page, root_depth: int) -> list[Page] | None:
    """Pages between the root and this one as the request came by; None if it did not."""
    way: list[Page] = []
    while page.depth > root_depth + 1:
        parent = getattr(page, "_cached_parent_obj", None)
        if parent is None:
            return None
        way.insert(0, parent)
        page = parent
    return way


def _address(page: Page, language: str, same: bool, request: HttpRequest) -> str:
    url = page.get_url(request) or "/"
    return url if same else in_language(url, language)


def neighbours_of(page: Page, request: HttpRequest) -> list[dict[str, Any]]:
    """A signpost to the pages below this one or, at the bottom, beside it; empty without any."""
    with override(page.locale.language_code):
        part, also = _("In this part"), _("Also in this part")
    below = _links(page.get_children(), page, request)
    if below:
        return [{"title": part, "links": below}]
    parent = page.get_parent()
    if parent is None or parent.depth <= HOME_DEPTH:
        return []
    beside = _links(parent.get_children().exclude(pk=page.pk), page, request)
    return [{"title": also, "links": beside}] if beside else []


def contents_of(home: Page, request: HttpRequest) -> list[dict[str, Any]]:
    """A signpost to the pages of the menu, for a home page that nobody has filled."""
    links = _links(home.get_children().in_menu(), home, request)
    return [{"title": _("What you find here"), "links": links}] if links else []


def _links(pages: Any, near: Page, request: HttpRequest) -> list[Link]:
    language = active_language()
    same = near.locale.language_code == language
    private = private_paths(request)
    shown = of_plugins_that_are_on(pages.live())
    return [
        Link(page.title, _address(page, language, same, request))
        for page in shown
        if not page.path.startswith(private) and not has_ended(page)
    ]
