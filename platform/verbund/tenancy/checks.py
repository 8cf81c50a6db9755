"""System checks: what would leak between tenants stops the start."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

TENANT_KEY = "verbund.tenancy.cache_keys.make_key"
SHARED_CACHES = {"limits"}


@register(Tags.caches)
def caches_keep_tenants_apart(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """verbund.E001: each cache alias but `limits` carries the schema in its keys."""
    return [
        Error(
            f"The cache alias “{alias}” does not keep tenants apart.",
            hint=f"Set its KEY_FUNCTION to {TENANT_KEY}.",
            id="verbund.E001",
        )
        for alias, options in settings.CACHES.items()
        if alias not in SHARED_CACHES and options.get("KEY_FUNCTION") != TENANT_KEY
    ]


@register(Tags.security)
def sessions_stay_in_their_schema(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """verbund.E002: signed cookies would be good for every tenant; a shared domain too."""
    problems: list[CheckMessage] = []
    if settings.SESSION_ENGINE.endswith("signed_cookies"):
        problems.append(
            Error(
                "Sessions in signed cookies are valid in every tenant.",
                hint="Set SESSION_ENGINE to django.contrib.sessions.backends.db.",
                id="verbund.E002",
            )
        )
    if settings.SESSION_COOKIE_DOMAIN or settings.CSRF_COOKIE_DOMAIN:
        problems.append(
            Error(
                "A cookie domain sends one tenant's cookies to another.",
                hint="Leave SESSION_COOKIE_DOMAIN and CSRF_COOKIE_DOMAIN unset.",
                id="verbund.E003",
            )
        )
    return problems


@register(Tags.database)
def requests_are_transactions(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """verbund.E004: a search row is written in the transaction of its publication."""
    if settings.DATABASES["default"].get("ATOMIC_REQUESTS"):
        return []
    return [
        Error(
            "ATOMIC_REQUESTS is off: a publication and its search row could part.",
            hint="Set DATABASES['default']['ATOMIC_REQUESTS'] to True.",
            id="verbund.E004",
        )
    ]


@register(Tags.security, deploy=True)
def no_demo_in_production(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """verbund.E005: the demo's accounts have a password that everybody knows."""
    if not settings.VERBUND_DEMO:
        return []
    return [
        Error(
            "VERBUND_DEMO is on: anybody can log in with the demo's accounts.",
            hint="Unset VERBUND_DEMO on a server that others reach.",
            id="verbund.E005",
        )
    ]
