"""Where first steps hang into Wagtail's admin."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from verbund.first_day import admin_pages


@hooks.register("register_admin_urls")
def urls() -> list[URLResolver]:
    return [path("erste-schritte/", include((admin_pages.urls(), admin_pages.NAMESPACE)))]


@hooks.register("register_settings_menu_item")
def menu_item() -> MenuItem:
    return admin_pages.menu_item()
