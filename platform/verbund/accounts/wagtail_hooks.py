"""Where staff, roles and their log hang into Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from verbund.accounts import invitations_admin, journal_report
from verbund.accounts.journal_actions import register_actions
from verbund.accounts.login.account_panel import SafetyPanel
from verbund.accounts.models import User


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    register_actions(actions)


@hooks.register("register_admin_urls")
def urls() -> list[URLResolver]:
    return [
        path("journal/", include((journal_report.urls(), journal_report.NAMESPACE))),
        path("invitations/", include((invitations_admin.urls(), invitations_admin.NAMESPACE))),
    ]


@hooks.register("register_settings_menu_item")
def invitations_menu_item() -> MenuItem:
    return invitations_admin.menu_item()


@hooks.register("register_settings_menu_item")
def journal_menu_item() -> MenuItem:
    return journal_report.menu_item()


@hooks.register("register_account_settings_panel")
def safety_panel(request: HttpRequest, user: User, profile: Any) -> SafetyPanel:
    return SafetyPanel(request, user, profile)
