"""A recipe written as the tenant file that it could have come from."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from verbund.tenancy.recipe import Recipe

NEEDED = ("kind", "name", "association", "schema", "domains", "theme")


def tenant_file(recipe: Recipe) -> str:
    """TOML; `verbund onboard` makes the same site of it. What is as usual is left out."""
    data = recipe.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
    first = {key: data.pop(key) for key in NEEDED if key in data}
    plain = {key: value for key, value in data.items() if not isinstance(value, Mapping)}
    tables = {key: value for key, value in data.items() if isinstance(value, Mapping)}
    return _lines({**first, **plain}) + "".join(_table((key,), tables[key]) for key in tables)


def _table(path: tuple[str, ...], values: Mapping[str, Any]) -> str:
    own = {key: value for key, value in values.items() if not isinstance(value, Mapping)}
    below = {key: value for key, value in values.items() if isinstance(value, Mapping)}
    head = f"\n[{'.'.join(path)}]\n" if own or not below else ""
    return head + _lines(own) + "".join(_table((*path, key), below[key]) for key in below)


def _lines(values: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items())


def _value(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {_value(one)}" for key, one in value.items())
        return f"{{ {inner} }}"
    # A string of JSON is a string of TOML: both escape quotes, backslashes and control characters.
    return json.dumps(value, ensure_ascii=False)
