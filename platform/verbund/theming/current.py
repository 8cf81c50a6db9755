"""The tenant whose theme is asked for: the one of the connection, never a made-up one."""

from django.conf import settings
from django.db import connection

from verbund.theming.registry import Theme, theme_named
from verbund.theming.tokens import Themed


def current_tenant() -> Themed | None:
    """The connection's tenant; None in the public schema and under a FakeTenant."""
    tenant = getattr(connection, "tenant", None)
    return tenant if getattr(tenant, "theme", None) else None


def current_theme() -> Theme:
    tenant = current_tenant()
    return theme_named(tenant.theme if tenant else "")


def themes_change() -> bool:
    """Whether a theme's files may change while the process runs."""
    return bool(settings.DEBUG)
