"""*Erweiterungen*: the plugins that a tenant has, on or off, and their settings."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from verbund.adminsite.domain.switching import (
    NotReleased,
    Released,
    released_plugin,
    released_plugins,
    save_settings,
    switch_off,
    switch_on,
)
from verbund.plugin.settings import plugin_settings
from verbund.plugin.settings_form import settings_form
from verbund.plugin.switching import PluginInUse
from verbund.tenancy.context import current_tenant

NAMESPACE = "adminsite_extensions"
PERMISSION = "accounts.manage_site"


class ExtensionsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed and bool(released_plugins(current_tenant()))


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every plugin that the tenant has."""
    _allow(request)
    context = {"plugins": released_plugins(current_tenant())} | _frame([])
    return render(request, "adminsite/extensions.html", context)


@require_POST
def switch(request: HttpRequest, label: str) -> HttpResponse:
    """On or off, as the button says that was pressed."""
    plugin = _plugin(request, label)
    on = request.POST.get("state") == "on"
    try:
        (switch_on if on else switch_off)(current_tenant(), label)
    except (NotReleased, PluginInUse) as error:
        messages.error(request, str(error))
    else:
        text = _("“%s” is on.") if on else _("“%s” is off. Nothing was deleted.")
        messages.success(request, text % plugin.config.title)
    return redirect(f"{NAMESPACE}:index")


def settings(request: HttpRequest, label: str) -> HttpResponse:
    """The form of a plugin's settings."""
    plugin = _plugin(request, label)
    model, current = plugin.config.settings_model, plugin_settings(label)
    form = settings_form(model, request.POST or None, current)
    if request.method == "POST" and form.is_valid():
        save_settings(current_tenant(), plugin, form.settings)
        messages.success(request, _("The settings of “%s” are saved.") % plugin.config.title)
        return redirect(f"{NAMESPACE}:index")
    title = str(plugin.config.title)
    context: dict[str, Any] = {"form": form, "plugin": plugin} | _frame([{"label": title}])
    return render(request, "adminsite/extension_settings.html", context | {"page_title": title})


def urls() -> list[URLPattern]:
    return [
        path("", index, name="index"),
        path("<slug:label>/", settings, name="settings"),
        path("<slug:label>/switch/", switch, name="switch"),
    ]


def _allow(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


def _plugin(request: HttpRequest, label: str) -> Released:
    _allow(request)
    try:
        return released_plugin(current_tenant(), label)
    except NotReleased as error:
        raise Http404(f"{label} is not a plugin of this site.") from error


def _frame(below: list[dict[str, str]]) -> dict[str, Any]:
    index_url = reverse(f"{NAMESPACE}:index")
    title = _("Extensions")
    return {
        "page_title": title,
        "header_icon": "plus-inverse",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": index_url, "label": title},
            *({"url": "", **item} for item in below),
        ],
    }
