"""What plugins add to Wagtail's admin; menus are decided for each request."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin.auth import user_passes_test
from wagtail.admin.menu import MenuItem as WagtailMenuItem
from wagtail.snippets.models import register_snippet

from verbund.plugin.config import ContributingConfig, PluginConfig
from verbund.plugin.contributions import AdminView, MenuItem, Snippet
from verbund.plugin.gate import contributed, is_on


class GatedMenuItem(WagtailMenuItem):
    """Wagtail keeps its menu for the whole process: whether an item shows is asked each time."""

    def __init__(self, config: ContributingConfig, item: MenuItem) -> None:
        self.config, self.item = config, item
        super().__init__(item.label, "", name=item.name, icon_name=item.icon, order=item.order)

    @property
    def url(self) -> str:
        return self.item.url()

    @url.setter
    def url(self, value: str) -> None:
        """Fixed by the contribution."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_on(self.config) and request.user.has_perm(self.item.permission)


def menu_items() -> list[GatedMenuItem]:
    """All contributed items, for the process's one menu."""
    return [GatedMenuItem(config, item) for config, item in contributed("menu_items")]


def plugin_namespace(config: PluginConfig) -> str:
    """The namespace of a plugin's own admin views."""
    return f"{config.label}_admin"


def konto_namespace(config: ContributingConfig) -> str:
    """The namespace of the part of /konto/ that a plugin, or a part of the core, gives."""
    return f"{config.label}_konto"


def register_snippets() -> None:
    """Gives Wagtail all contributed snippets; once, when all apps are ready."""
    for _config, snippet in contributed("snippets"):
        register_snippet(snippet.viewset)


def namespaces_of_snippet(snippet: Snippet) -> tuple[str, str]:
    """The namespaces of a snippet's views and of its chooser."""
    meta = snippet.viewset.model._meta
    name = f"{meta.app_label}_{meta.model_name}"
    return f"wagtailsnippets_{name}", f"wagtailsnippetchoosers_{name}"


def admin_urls() -> list[URLPattern | URLResolver]:
    """`/admin/<label>/…` for each contributor's views."""
    by_owner: dict[str, list[URLPattern]] = {}
    for config, view in contributed("admin_views"):
        by_owner.setdefault(config.label, []).append(_url(view))
    return [
        path(f"{label}/", include((urls, f"{label}_admin"), namespace=f"{label}_admin"))
        for label, urls in by_owner.items()
    ]


def _url(view: AdminView) -> URLPattern:
    def allowed(user: object) -> bool:
        return user.has_perm(view.permission)  # type: ignore[attr-defined]  # a User

    guarded = user_passes_test(allowed)(view.view)
    return path(view.path, guarded, name=view.name)


def hidden_menu_names() -> set[str]:
    """Names of snippets' menu items whose plugin is off for this tenant."""
    return {
        snippet.viewset.menu_name
        for config, snippet in contributed("snippets")
        if not is_on(config)
    }
