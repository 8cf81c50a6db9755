"""Reads the environment with typed helpers; a failure names variable, value and way out."""

import ipaddress
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def env_str(name: str, default: str | None = None) -> str:
    """The variable's text; without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. Set it in the environment.")
    return value


def env_bool(name: str, default: bool = False) -> bool:
    """True for 1/true/yes/on, False for 0/false/no/off or the empty string."""
    value = os.environ.get(name)
    if value is None:
        return default
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False, "": False}
    try:
        return words[value.strip().lower()]
    except KeyError:
        raise ImproperlyConfigured(f"Unexpected value {name}={value}, use '1' or '0'.") from None


def env_int(name: str, default: int) -> int:
    """A whole number."""
    value = os.environ.get(name)
    if value is None or not value.strip():
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"Unexpected value {name}={value}, use a number.") from None


def env_list(name: str) -> list[str]:
    """Comma-separated words; an unset variable is an empty list."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def env_networks(name: str) -> list[str]:
    """Comma-separated addresses or networks, as 10.0.0.7 or 10.0.0.0/8."""
    words = env_list(name)
    for word in words:
        try:
            ipaddress.ip_network(word, strict=False)
        except ValueError:
            raise ImproperlyConfigured(
                f"Unexpected value {name}={word}, use addresses or networks: 10.0.0.7,10.1.0.0/16."
            ) from None
    return words


ROOT = Path(__file__).resolve().parents[3]
"""The checkout (or the folder that holds tenants/ and themes/)."""

DATA_DIR = Path(env_str("VERBUND_DATA_DIR", str(ROOT / "var"))).absolute()
"""Where this installation keeps its state."""

DEMO = env_bool("VERBUND_DEMO")
