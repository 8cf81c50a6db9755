"""Two entries become one, and one becomes two: nothing is lost, old addresses lead on."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from plugins.members.domain.differences import differences, label_of
from plugins.members.domain.recording import change_entry
from plugins.members.domain.state import State, state_of
from plugins.members.enums import ChangeWay
from plugins.members.models import FormerSlug, Organisation

FIRST, SECOND, BOTH = "first", "second", "both"
# What is a list of its own: the entry may have all of it.
ROWS = ("contacts", "offers", "responsibles")
NEVER = ("slug", "notes")


def choices_for(first: Organisation, second: Organisation) -> list[dict[str, Any]]:
    """Field by field what differs: how it is called, what either says, and what is proposed."""
    found = differences(state_of(first), state_of(second))
    return [
        {
            "field": one["field"],
            "label": label_of(one["field"]),
            "first": one["old"],
            "second": one["new"],
            "both": _is_list(one["field"]),
            "proposed": _proposed(one),
        }
        for one in found
        if one["field"] not in NEVER
    ]


def _is_list(field: str) -> bool:
    return field in ROWS or field.startswith("terms.")


def _proposed(one: Mapping[str, str]) -> str:
    if _is_list(one["field"]):
        return BOTH
    return FIRST if one["old"] else SECOND


@transaction.atomic
def merge(
    kept: Organisation, gone: Organisation, choices: Mapping[str, str], by: str
) -> Organisation:
    """`gone` goes into `kept`; what is taken of neither stands in the internal notes.

    :param choices: field of `choices_for` → FIRST (as kept has it), SECOND or BOTH.
    """
    mine, other = state_of(kept), state_of(gone)
    rejected = _rejected(kept, gone, choices)
    state = _joined(mine, other, choices)
    state["notes"] = "\n".join(filter(None, (mine["notes"], other["notes"], *rejected)))
    _move_all(gone, kept)
    slugs = [gone.slug, *gone.former_slugs.values_list("slug", flat=True)]
    name, key = gone.name, gone.import_key
    gone.delete()
    for slug in slugs:
        FormerSlug.objects.update_or_create(slug=slug, defaults={"organisation": kept})
    if key and not kept.import_key:
        kept.import_key = key
        kept.save(update_fields=["import_key"])
    change_entry(kept, state, ChangeWay.MERGE, f"{by} ({name})"[:150])
    return kept


def _joined(mine: State, other: State, choices: Mapping[str, str]) -> State:
    state: State = {"terms": dict(mine["terms"]), "texts": {**mine["texts"]}}
    for field, choice in choices.items():
        if choice == FIRST or field in NEVER:
            continue
        part, _dot, rest = field.partition(".")
        if part == "terms":
            old = mine["terms"].get(rest, ()) if choice == BOTH else ()
            state["terms"][rest] = sorted({*old, *other["terms"].get(rest, ())})
        elif part == "texts":
            language, _dot, name = rest.partition(".")
            said = other["texts"].get(language, {}).get(name, "")
            state["texts"][language] = {**state["texts"].get(language, {}), name: said}
        elif field in ROWS:
            state[field] = _rows(mine[field] if choice == BOTH else [], other[field])
        elif field in other:
            state[field] = other[field]
    return state


def _rows(old: list[State], new: list[State]) -> list[State]:
    """Each once; what is there with its consent stands first."""
    known = [_bare(one) for one in old]
    return [*old, *(one for one in new if _bare(one) not in known)]


def _bare(row: State) -> tuple[str, ...]:
    return tuple(str(row.get(name, "")).lower() for name in ("kind", "value", "email", "title"))


def _rejected(kept: Organisation, gone: Organisation, choices: Mapping[str, str]) -> list[str]:
    lines = [
        f"{one['label']}: {one['second' if chosen == FIRST else 'first']}"
        for one in choices_for(kept, gone)
        if (chosen := choices.get(one["field"], FIRST)) != BOTH
        and one["second" if chosen == FIRST else "first"]
    ]
    head = _("Merged with “%(name)s”; not taken over:") % {"name": gone.name}
    return [head, *lines] if lines else []


def _move_all(gone: Organisation, kept: Organisation) -> None:
    """Whatever points to an entry and is no part of its form: history, claims, reports, imports."""
    parts = {"texts", "contacts", "addresses", "offers", "responsibles", "former_slugs"}
    for relation in Organisation._meta.related_objects:
        if relation.one_to_many and relation.name not in parts:
            for row in relation.related_model._base_manager.filter(**{relation.field.name: gone}):
                _move(row, relation.field.name, kept)


def _move(row: Any, field: str, kept: Organisation) -> None:
    """What there may be once only stays with the entry that has one."""
    try:
        with transaction.atomic():
            setattr(row, field, kept)
            row.save(update_fields=[field])
    except IntegrityError:
        return


@transaction.atomic
def split(
    organisation: Organisation, name: str, taken: Mapping[str, list[int]], by: str
) -> Organisation:
    """A new entry takes rows of an old one with it; words, texts and address it gets as well.

    :param taken: "contacts", "offers", "responsibles" → places of the rows that go along.
    """
    state = state_of(organisation)
    made: State = {
        **{field: state[field] for field in ("status", "terms", "texts", "address")},
        "name": name,
        "shown": False,
        "notes": _("Split from “%(name)s”.") % {"name": organisation.name},
    }
    left: State = {}
    for part in ROWS:
        places = set(taken.get(part, ()))
        made[part] = [row for place, row in enumerate(state[part]) if place in places]
        left[part] = [row for place, row in enumerate(state[part]) if place not in places]
    note = _("“%(name)s” was split from it.") % {"name": name}
    left["notes"] = "\n".join(filter(None, (state["notes"], note)))
    change_entry(organisation, left, ChangeWay.SPLIT, by)
    return change_entry(Organisation(), made, ChangeWay.SPLIT, by)
