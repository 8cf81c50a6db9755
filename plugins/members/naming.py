"""How the history calls people."""

from typing import Any


def name_of(user: Any) -> str:
    """Somebody who works in the admin."""
    return str(user.get_full_name() or user.email)
