"""How two states of an entry differ, field by field, in words that staff read."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.members.domain.state import CONSENT_FIELDS, State
from plugins.members.models import Address, Contact, Organisation, Text
from verbund.plugin import german_date

# What a Change keeps: key of the field, old and new in words.
Difference = dict[str, str]
LISTS = {
    "topic": _("Topics"),
    "language": _("Languages"),
    "quarter": _("Quarters"),
    "group": _("Target groups"),
    "background": _("Backgrounds"),
}
PARTS = {
    "contacts": _("Contacts"),
    "address": _("Address"),
    "offers": _("Offers"),
    "responsibles": _("Responsible people"),
    "logo": _("Logo"),
}


def differences(old: State, new: State) -> list[Difference]:
    """In the order of the form; fields that are the same are left out."""
    before, after = dict(_flat(old)), dict(_flat(new))
    return [
        {"field": key, "old": before.get(key, ""), "new": after.get(key, "")}
        for key in {**before, **after}
        if before.get(key, "") != after.get(key, "")
    ]


def label_of(key: str) -> Any:
    """How people call a field of a difference."""
    part, _dot, rest = key.partition(".")
    if part == "terms":
        return LISTS.get(rest, rest)
    if part == "texts":
        language, _dot, name = rest.partition(".")
        return f"{_name_of(Text, name)} ({language})"
    return PARTS.get(part) or _name_of(Organisation, part)


def _name_of(model: Any, name: str) -> str:
    return str(model._meta.get_field(name).verbose_name)


def _flat(state: State) -> Iterator[tuple[str, str]]:
    for key, value in state.items():
        if key == "terms":
            yield from ((f"terms.{kind}", ", ".join(slugs)) for kind, slugs in value.items())
        elif key == "texts":
            for language, text in value.items():
                yield from ((f"texts.{language}.{name}", said) for name, said in text.items())
        elif key == "contacts":
            yield key, "\n".join(_with_consent(row, row["value"]) for row in value)
        elif key == "address":
            yield key, _address(value) if value else ""
        elif key == "offers":
            yield key, "\n".join(_offer(row) for row in value)
        elif key == "responsibles":
            yield key, ", ".join(row["email"] for row in value)
        else:
            yield key, _said(key, value)


def _said(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(_("yes")) if value else str(_("no"))
    if name in ("status", "legal_form"):
        choices = dict(Organisation._meta.get_field(name).flatchoices)
        return str(choices.get(value, value))
    if isinstance(value, str) and _is_date(name, value):
        return german_date(dt.date.fromisoformat(value))
    return str(value)


def _is_date(name: str, value: str) -> bool:
    return name in ("member_since", "member_until", "confirmed_on") and len(value) == 10


def _address(row: State) -> str:
    line = ", ".join(filter(None, (row["street"], f"{row['postcode']} {row['city']}".strip())))
    choices = dict(Address._meta.get_field("precision").flatchoices)
    return _with_consent(row, f"{line} ({choices.get(row['precision'], '')})")


def _offer(row: State) -> str:
    return ", ".join(filter(None, (row["title"] or row["kind"], row["when"], row["cost"])))


def _with_consent(row: State, text: str) -> str:
    """“0231 000 [website, printed list; Vorstand]”: where it may stand, and who said so."""
    ticks = [name for name in CONSENT_FIELDS[:3] if row.get(name)]
    places = [_name_of(Contact, name) for name in ticks]
    if not places:
        return f"{text} [–]"
    return f"{text} [{', '.join(places)}; {row.get('consent_by') or '–'}]"
