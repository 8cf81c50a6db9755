"""An entry's state by field: one key a field, so that changes can be compared and taken singly.

Keys are those of `domain.differences`: "name", "texts.de.summary", "terms.topic", "contacts".
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from plugins.members.domain.state import TEXT_FIELDS, State
from plugins.members.enums import ListKind

Flat = dict[str, Any]
OWN_FIELDS = (
    "name",
    "short_name",
    "native_name",
    "native_language",
    "legal_form",
    "register_court",
    "register_number",
    "founded",
    "open_to_partners",
    "logo",
    "contacts",
    "address",
    "offers",
)
"""What an organisation changes itself; membership, address of the page and notes are staff's."""
OWN_LISTS = (
    ListKind.TOPIC,
    ListKind.LANGUAGE,
    ListKind.QUARTER,
    ListKind.GROUP,
    ListKind.BACKGROUND,
)


def flat_of(state: State, languages: Iterable[str]) -> Flat:
    """All that the organisation itself may change, in these languages."""
    found = {name: deepcopy(state[name]) for name in OWN_FIELDS}
    found |= {f"terms.{kind.value}": list(state["terms"].get(kind, [])) for kind in OWN_LISTS}
    for language in languages:
        text = state["texts"].get(language, {})
        found |= {f"texts.{language}.{name}": text.get(name, "") for name in TEXT_FIELDS}
    return found


def changed(old: Flat, new: Flat) -> Flat:
    """What of ``new`` is another value than in ``old``."""
    return {key: value for key, value in new.items() if not same(old.get(key), value)}


def same(old: Any, new: Any) -> bool:
    """Nothing, an empty text and an empty list say the same."""
    return old == new or (not old and not new)


def with_changes(state: State, changes: Flat) -> State:
    """A whole state with these fields set."""
    result = deepcopy(state)
    for key, value in changes.items():
        part, *rest = key.split(".")
        if part == "terms":
            result["terms"][rest[0]] = list(value)
        elif part == "texts":
            text = result["texts"].setdefault(rest[0], dict.fromkeys(TEXT_FIELDS, ""))
            text[rest[1]] = value
        else:
            result[key] = value
    return result


def without_empty_texts(state: State) -> State:
    """A language in which nothing is said is none; the German one always stays."""
    texts = {
        language: text
        for language, text in state["texts"].items()
        if language == "de" or any(text.values())
    }
    return {**state, "texts": texts}
