"""Logs on standard error, each line with its tenant, none with a person's data or a token."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from verbund.settings.env import env_str

VERBUND_LOG_FORMAT = env_str("VERBUND_LOG_FORMAT", "line")
if VERBUND_LOG_FORMAT not in {"line", "json"}:
    raise ImproperlyConfigured(
        f"Unexpected value VERBUND_LOG_FORMAT={VERBUND_LOG_FORMAT}, use 'line' or 'json'."
    )

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"tenant": {"()": "django_tenants.log.TenantContextFilter"}},
    "formatters": {
        "line": {
            "()": "verbund.common.redaction.RedactingFormatter",
            "format": "{levelname} {schema_name} {name}: {message}",
            "style": "{",
        },
        "json": {"()": "verbund.common.logs.JsonFormatter"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": VERBUND_LOG_FORMAT,
            "filters": ["tenant"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "verbund": {"level": "INFO"},
        # A line a request is for programs; who reads the lines herself sees what went wrong.
        "verbund.requests": {"level": "INFO" if VERBUND_LOG_FORMAT == "json" else "WARNING"},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
