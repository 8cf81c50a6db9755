"""Components: parts of a page by name, each rendered with its documented arguments and no more.

A component is `components/<name>.html` of the theme. The comment at its top is its contract:
a sentence, an empty line, then one argument a line, ``name: type`` or ``name: type = default``.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString

# What a component may see besides its arguments.
SURROUNDINGS = ("request", "tenant", "site", "csrf_token")
REQUIRED = object()
_CONTRACT = re.compile(r"{% comment %}(.*?){% endcomment %}", re.S)
_ARGUMENT = re.compile(r"^(\w+): (.+?)(?: = (.+))?$", re.M)


@lru_cache(maxsize=512)
def arguments_of(source: str) -> Mapping[str, Any]:
    """The arguments that a component's contract names, each with its default or REQUIRED."""
    contract = _CONTRACT.search(source)
    found = _ARGUMENT.finditer(contract[1] if contract else "")
    return {m[1]: ast.literal_eval(m[3]) if m[3] else REQUIRED for m in found}


def _complete(name: str, known: Mapping[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The arguments with their defaults.

    :raises TemplateSyntaxError: an argument that is unknown, or one that is missing.
    """
    values = {**known, **given}
    unknown = sorted(set(given) - set(known))
    missing = sorted(key for key, value in values.items() if value is REQUIRED)
    if unknown or missing:
        wrong = [f"unknown: {', '.join(unknown)}"] * bool(unknown)
        wrong += [f"missing: {', '.join(missing)}"] * bool(missing)
        raise TemplateSyntaxError(
            f"Component {name!r}: {'; '.join(wrong)}. It takes {', '.join(known) or 'nothing'}."
        )
    return values


def _taken_from(item: Any, known: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What an item (a mapping or an object) has of a component's arguments."""
    for key in known:
        if isinstance(item, Mapping):
            if key in item:
                yield key, item[key]
        elif hasattr(item, key):
            yield key, getattr(item, key)


def load_component(context: Context, name: str) -> Template:
    assert context.template is not None  # true while a template is rendered
    return context.template.engine.get_template(f"components/{name}.html")


def render_component(
    context: Context, name: str, item: Any = None, arguments: Mapping[str, Any] | None = None
) -> SafeString:
    """The component, isolated from the page's variables.

    `item` gives the arguments that it has by their names; `arguments` come on top.
    """
    template = load_component(context, name)
    known = arguments_of(template.source)
    given = dict(_taken_from(item, known)) if item is not None else {}
    values = _complete(name, known, given | dict(arguments or {}))
    around = {key: context[key] for key in SURROUNDINGS if key in context}
    return template.render(context.new({**around, **values}))
