"""The gate for addresses: whatever belongs to a plugin that is off answers 404."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from verbund.plugin.admin import konto_namespace, namespaces_of_snippet, plugin_namespace
from verbund.plugin.config import PluginConfig
from verbund.plugin.gate import contributed, is_enabled, plugins


class PluginGateMiddleware:
    """Knows each address by the URL namespace that its plugin owns."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        """:raises Http404: the address belongs to a plugin that this tenant has off."""
        match = request.resolver_match
        owners = owners_of_namespaces()
        for namespace in match.namespaces if match else ():
            label = owners.get(namespace)
            if label and not is_enabled(label):
                raise Http404(f"The plugin {label} is off.")


@lru_cache(maxsize=1)
def owners_of_namespaces() -> dict[str, str]:
    """URL namespace → label of its plugin; the same for every tenant."""
    owners = {plugin_namespace(config): config.label for config in plugins()}
    owners |= {konto_namespace(config): config.label for config in plugins()}
    for config, snippet in contributed("snippets"):
        if isinstance(config, PluginConfig):
            owners |= dict.fromkeys(namespaces_of_snippet(snippet), config.label)
    return owners
