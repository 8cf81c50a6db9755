"""Findings that were looked at and are none, with the reason."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "argued.toml"


@cache
def argued() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text())


def is_argued(tool: str, rule: str, place: str) -> bool:
    """Whether this rule's finding at this place (the beginning of a path) has a reason."""
    places = argued().get(tool, {}).get(rule, {}).get("places", [])
    return any(place.startswith(one) for one in places)
