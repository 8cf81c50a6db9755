"""All addresses of a site, found from the URL conf, with real objects in their places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import get_page_models

from tests.accounts.matrix.objects import Objects

PAGE_KINDS = ("wagtailadmin_pages:add", "wagtailadmin_pages:preview_on_add")
BULK = "wagtail_bulk_action"
API_ACTION = "wagtailadmin_api:pages:action"
SETTINGS = ("wagtailsettings:edit", "wagtailsettings:preview_on_edit")


@dataclass(frozen=True)
class Address:
    """``key`` names its line in the table; ``route`` is Django's pattern, prefixes included.

    ``fixed`` are parts of the path that choose another view each: the kind of a page, of a
    setting, the action of a list.
    """

    key: str
    route: str
    names: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)

    @property
    def takes_object(self) -> bool:
        return bool(set(self.names) - set(self.fixed))

    def path(self, objects: Objects) -> str:
        """The address of these objects."""
        asked = tuple(name for name in self.names if name not in self.fixed)
        whole = objects.whole.get(self.key)
        if whole:
            return whole
        values = objects.values_for(self.key, asked) | self.fixed
        query = objects.queries.get(self.key, "")
        return f"/{_filled(self.route, values)}{query}"


def all_addresses() -> list[Address]:
    """Each once, in the order of the URL conf; views that one pattern hides are told apart."""
    found: dict[tuple[str, str], Address] = {}
    for address in _walk(get_resolver()):
        for one in _expanded(address):
            found.setdefault((one.key, one.route + str(one.fixed)), one)
    return list(found.values())


def _walk(
    resolver: URLResolver, prefix: str = "", spaces: tuple[str, ...] = ()
) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = prefix + _route(pattern)
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _walk(pattern, route, inner)
        else:
            name = ":".join((*spaces, pattern.name or route))
            yield Address(name, route, _names(pattern))


def _route(pattern: URLPattern | URLResolver) -> str:
    # A regular expression stands for the text that it begins with: its groups are filled later.
    text = str(pattern.pattern)
    return text.removeprefix("^").removesuffix("$") if _is_regex(pattern) else text


def _is_regex(pattern: URLPattern | URLResolver) -> bool:
    return isinstance(pattern.pattern, RegexPattern)


def _names(pattern: URLPattern) -> tuple[str, ...]:
    if isinstance(pattern.pattern, RegexPattern):
        return tuple(pattern.pattern.regex.groupindex)
    return tuple(pattern.pattern.converters)


def _expanded(address: Address) -> Iterator[Address]:
    if address.key in PAGE_KINDS:
        for model in get_page_models():
            meta = model._meta
            kind = {
                "content_type_app_name": meta.app_label,
                "content_type_model_name": str(meta.model_name),
            }
            yield _variant(address, f"{meta.app_label}.{meta.model_name}", kind)
    elif address.key == BULK:
        bulk_action_registry._scan_for_bulk_actions()
        for app_label, models in bulk_action_registry.actions.items():
            for model, actions in models.items():
                for action in actions:
                    parts = {"app_label": app_label, "model_name": model, "action": action}
                    yield _variant(address, f"{app_label}.{model}.{action}", parts)
    elif address.key == API_ACTION:
        for action in PagesAdminAPIViewSet.actions:
            yield _variant(address, action, {"action_name": action})
    elif address.key in SETTINGS:
        for model in settings_registry:
            meta = model._meta
            parts = {"app_name": meta.app_label, "model_name": str(meta.model_name)}
            yield _variant(address, f"{meta.app_label}.{meta.model_name}", parts)
    else:
        yield address


def _variant(address: Address, what: str, fixed: dict[str, str]) -> Address:
    return Address(f"{address.key}({what})", address.route, address.names, fixed)


def _filled(route: str, values: dict[str, Any]) -> str:
    """The route with each ``<int:pk>`` or ``(?P<pk>…)`` replaced by its value."""
    path, rest = "", route
    while rest:
        if rest.startswith("(?P<"):
            name = rest[4 : rest.index(">")]
            path, rest = path + str(values[name]), rest[_end_of_group(rest) :]
        elif rest.startswith("<"):
            name = rest[1 : rest.index(">")].rpartition(":")[2]
            path, rest = path + str(values[name]), rest[rest.index(">") + 1 :]
        elif rest.startswith("("):
            path, rest = path + _nameless(rest), rest[_end_of_group(rest) :]
            rest = rest.lstrip("?*")
        elif rest.startswith("\\"):
            path, rest = path + rest[1], rest[2:]
        elif rest[0] in "^$":
            rest = rest[1:]
        elif rest.startswith(".*"):
            path, rest = path + "nichts", rest[2:]
        else:
            path, rest = path + rest[0], rest[1:]
    return path


def _end_of_group(text: str) -> int:
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place + 1
    raise ValueError(f"A group does not end: {text}")


def _nameless(text: str) -> str:
    """What stands for a group without a name: a number, or nothing."""
    return "1" if text.startswith(r"(\d+)") else ""
