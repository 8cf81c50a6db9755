"""Where support hangs into the operators' admin."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from verbund.support import console


@hooks.register("register_admin_urls")
def urls() -> list[URLResolver]:
    return [path("support/", include((console.urls(), console.NAMESPACE)))]


@hooks.register("register_admin_menu_item")
def support_menu_item() -> MenuItem:
    return console.menu_item()
