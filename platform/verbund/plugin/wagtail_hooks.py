"""Hooks that bring contributions into Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from verbund.plugin.admin import admin_urls, hidden_menu_names, menu_items

for _item in menu_items():
    hooks.register("register_admin_menu_item", lambda item=_item: item)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return admin_urls()


@hooks.register("construct_main_menu")
def hide_menus_of_plugins_that_are_off(request: HttpRequest, items: list[MenuItem]) -> None:
    hidden = hidden_menu_names()
    items[:] = [item for item in items if item.name not in hidden]
