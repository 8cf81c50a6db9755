"""What `verbund check --deploy` refuses of the settings: keys, debug pages, a missing TLS."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

SHORTEST_KEY = 50
FEWEST_LETTERS = 8
"""Of different ones: a word that is repeated until it is long is no key."""
KNOWN_KEYS = ("verbund-demo-only", "tests-only-", "browser-tests-only-", "django-insecure-")
MAKE_A_KEY = 'python3 -c "import secrets; print(secrets.token_urlsafe(60))"'


@register(Tags.security, deploy=True)
def keys_are_secret(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """verbund.E050: SECRET_KEY, or one of its fallbacks, is known, short or repeats itself."""
    keys = [("SECRET_KEY", settings.SECRET_KEY)]
    keys += [("SECRET_KEY_FALLBACKS", key) for key in settings.SECRET_KEY_FALLBACKS]
    return [
        Error(
            f"{name} {fault}: whoever guesses it logs in as anybody.",
            hint=f"Set {name} to what this prints: {MAKE_A_KEY}",
            id="verbund.E050",
        )
        for name, key in keys
        for fault in _faults(key)
    ]


def _faults(key: str) -> Iterator[str]:
    if key.startswith(KNOWN_KEYS):
        yield "is one that stands in the source code"
    elif len(key) < SHORTEST_KEY:
        yield f"has {len(key)} characters, it needs {SHORTEST_KEY}"
    elif len(set(key)) < FEWEST_LETTERS:
        yield f"is made of {len(set(key))} different characters"


@register(Tags.security, deploy=True)
def debug_is_off(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """verbund.E051: debug pages show settings, queries and people's data to everybody."""
    if not settings.DEBUG:
        return []
    return [
        Error(
            "VERBUND_DEBUG is on: every error shows code and data to whoever meets it.",
            hint="Unset VERBUND_DEBUG on a server that others reach.",
            id="verbund.E051",
        )
    ]


@register(Tags.security, deploy=True)
def tls_is_complete(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """verbund.E052: plain http; verbund.E053: TLS that this process can't know of."""
    if settings.VERBUND_SCHEME != "https":
        return [
            Error(
                "VERBUND_SCHEME is http: passwords and sessions travel in the open.",
                hint="Put a proxy with a certificate in front, and unset VERBUND_SCHEME.",
                id="verbund.E052",
            )
        ]
    if settings.SECURE_PROXY_SSL_HEADER:
        return []
    return [
        Error(
            "VERBUND_BEHIND_PROXY is off: no request counts as one by TLS, so that HSTS is "
            "never sent and plain http is redirected without end.",
            hint="Set VERBUND_BEHIND_PROXY=1 where a proxy sets X-Forwarded-Proto itself.",
            id="verbund.E053",
        )
    ]
