"""Where the trimmed admin hangs into Wagtail's."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component

from verbund.adminsite import extensions, lists, look, menus, panels


@hooks.register("insert_global_admin_css")
def sheets() -> SafeString:
    urls = [look.sheet_url(), static("adminsite/admin.css")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((url,) for url in urls))


@hooks.register("register_admin_urls")
def urls() -> list[URLResolver]:
    return [
        path("todo/", include((lists.todo_urls(), lists.NAMESPACE))),
        path("extensions/", include((extensions.urls(), extensions.NAMESPACE))),
    ]


@hooks.register("register_admin_menu_item")
def site_menu_item() -> MenuItem:
    return menus.site_menu_item()


@hooks.register("register_settings_menu_item")
def extensions_menu_item() -> MenuItem:
    return extensions.ExtensionsMenuItem(
        _("Extensions"),
        reverse(f"{extensions.NAMESPACE}:index"),
        name="extensions",
        icon_name="plus-inverse",
        order=650,
    )


for _menu in ("construct_main_menu", "construct_settings_menu"):
    hooks.register(_menu, menus.trim)
hooks.register("construct_reports_menu", menus.trim_reports)


@hooks.register("construct_homepage_panels")
def replace_panels(request: HttpRequest, found: list[Component]) -> None:
    found[:] = panels.dashboard_panels(request)


@hooks.register("construct_homepage_summary_items")
def no_counters(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.clear()
