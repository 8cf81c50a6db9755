"""Where the search hangs into Wagtail's admin."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from verbund.search import words_report


@hooks.register("register_admin_urls")
def urls() -> list[URLResolver]:
    below = include((words_report.urls(), words_report.NAMESPACE))
    return [path("suche-ohne-treffer/", below)]


@hooks.register("register_settings_menu_item")
def menu_item() -> MenuItem:
    return words_report.menu_item()
