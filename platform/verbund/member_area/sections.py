"""Parts of /konto/: those of plugins and the platform's own, each behind the login and the gate."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext as _

from verbund.member_area.access import member_required
from verbund.plugin.admin import konto_namespace
from verbund.plugin.contributions import AccountSection
from verbund.plugin.gate import active, contributed
from verbund.theming.site import NavItem


def section_urls() -> list[URLResolver]:
    """Addresses of all sections, on or off: the gate closes those of plugins that are off."""
    return [
        path(f"{section.name}/", include((_guarded(section), namespace), namespace=namespace))
        for namespace, section in _named_sections()
    ]


def sections_for(request: HttpRequest) -> list[AccountSection]:
    """What this member sees, in order."""
    return [one for one in active("account_sections") if one.shown(request)]


def navigation(request: HttpRequest, home: str) -> tuple[NavItem, ...]:
    """The menu of the area; the section that is open is marked."""
    items = [NavItem(title=_("Overview"), url=home, current=request.path == home)]
    for section in sections_for(request):
        url = f"{home}{section.name}/"
        items.append(NavItem(str(section.label), url, current=request.path.startswith(url)))
    return tuple(items)


def _named_sections() -> Iterator[tuple[str, AccountSection]]:
    """Each section with its namespace, by which the gate knows a plugin's."""
    for config, section in contributed("account_sections"):
        yield konto_namespace(config), section


def _guarded(section: AccountSection) -> list[URLPattern]:
    patterns = section.urlpatterns()
    for pattern in patterns:
        pattern.callback = member_required(pattern.callback)
    return patterns
