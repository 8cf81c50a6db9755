"""A row of an older list becomes a draft of an entry; what does not fit is kept as a note."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.members.domain.contacts import tidy_contact
from plugins.members.domain.importing import values
from plugins.members.domain.importing.columns import LISTED, REACHED, TARGETS
from plugins.members.domain.importing.consents import consent_in
from plugins.members.domain.importing.rows import Row
from plugins.members.enums import LegalForm, ListKind, Precision
from plugins.members.fields import sort_key
from plugins.members.models import Organisation, Term, Text

_PLAIN = ("short_name", "native_name", "register_court", "register_number")
_TEXTS = ("summary", "description", "for_whom", "opening_hours", "access")
Words = dict[str, dict[str, str]]


@dataclass
class Draft:
    """What a row makes: a state, its key, what is wrong, and what could not be understood."""

    state: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def leave(self, target: str, value: str, why: str) -> None:
        """Nothing is lost: what does not fit is noted inside the entry, and said."""
        label = str(TARGETS[target])
        self.left.append(f"{label}: {value}")
        self.notes.append(f"{label} „{value}“: {why}")


def all_words() -> Words:
    """List → what a word may be called → its short name."""
    found: Words = {kind.value: {} for kind in ListKind}
    for term in Term.objects.all():
        said = (term.slug, term.name, term.native_name, *term.names.values())
        found[term.kind] |= {sort_key(name): term.slug for name in said if name}
    return found


def draft_of(row: Row, mapping: list[str], words: Words, file_name: str) -> Draft:
    """Never raises: what is wrong stands in the draft."""
    cells = _by_target(row, mapping)
    draft = Draft(notes=list(row.notes))
    _name(draft, cells)
    _fields(draft, cells)
    _texts(draft, cells)
    _words(draft, cells, words)
    consent = consent_in(draft, cells, file_name)
    _contacts(draft, cells, consent)
    _address(draft, cells, consent)
    _people(draft, cells)
    _notes(draft, cells, file_name, row.line)
    return draft


def _by_target(row: Row, mapping: list[str]) -> dict[str, list[str]]:
    cells: dict[str, list[str]] = defaultdict(list)
    for target, cell in zip(mapping, row.cells, strict=False):
        if target and cell:
            cells[target].append(cell)
    return cells


def _first(cells: dict[str, list[str]], target: str) -> str:
    found = cells.get(target)
    return found[0] if found else ""


def _name(draft: Draft, cells: dict[str, list[str]]) -> None:
    name = " ".join(_first(cells, "name").split())
    longest = Organisation._meta.get_field("name").max_length or 0
    if not name:
        draft.errors.append(_("The name of the organisation is missing."))
    elif len(name) > longest:
        text = _("The name “%(name)s …” is longer than %(count)d letters.")
        draft.errors.append(text % {"name": name[:60], "count": longest})
    draft.state["name"] = name
    draft.key = _first(cells, "key")[:120]
    if sort_key(name).endswith((" e v", " ev")):
        draft.state["legal_form"] = LegalForm.EV.value


def _fields(draft: Draft, cells: dict[str, list[str]]) -> None:
    for name in _PLAIN:
        if text := _first(cells, name):
            draft.state[name] = _fitting(draft, name, text, Organisation)
    for name, read, why in _READ:
        if text := _first(cells, name):
            value = read(text)
            if value is None:
                draft.leave(name, text, str(why))
            else:
                draft.state[name] = value
    since, until = draft.state.get("member_since"), draft.state.get("member_until")
    if since and until and until < since:
        draft.leave("member_until", draft.state.pop("member_until"), _("before the beginning."))


def _day(text: str) -> str | None:
    day = values.read_day(text)
    return day.isoformat() if day else None


_NO_DATE, _NO_CHOICE = (
    gettext_lazy("this is no date."),
    gettext_lazy("this is not among the choices."),
)
_READ: tuple[tuple[str, Callable[[str], Any], Any], ...] = (
    ("member_since", _day, _NO_DATE),
    ("member_until", _day, _NO_DATE),
    ("founded", values.read_year, gettext_lazy("there is no year in it.")),
    ("legal_form", values.legal_form_of, _NO_CHOICE),
    ("status", values.status_of, _NO_CHOICE),
)
"""Field → how its cell is read → what is said where it can't be."""


def _fitting(draft: Draft, name: str, text: str, model: Any) -> str:
    """Cut where the field is too short for it; the whole of it goes into the notes."""
    longest = model._meta.get_field(name).max_length
    if not longest or len(text) <= longest:
        return text
    draft.leave(name, text, _("longer than %(count)d letters, cut.") % {"count": longest})
    return text[: longest - 1] + "…"


def _texts(draft: Draft, cells: dict[str, list[str]]) -> None:
    said = {
        name: _fitting(draft, name, "\n".join(cells[name]), Text)
        for name in _TEXTS
        if cells.get(name)
    }
    if said:
        draft.state["texts"] = {"de": said}


def _words(draft: Draft, cells: dict[str, list[str]], words: Words) -> None:
    terms: dict[str, list[str]] = {}
    for kind in LISTED:
        slugs: list[str] = []
        for cell in cells.get(kind, ()):
            known = words[kind].get(sort_key(cell))
            for part in [cell] if known else values.parts_of(cell):
                slug = words[kind].get(sort_key(part))
                if slug:
                    slugs.append(slug)
                else:
                    draft.leave(kind, part, _("the list has no such word."))
        if slugs:
            terms[kind] = sorted(set(slugs))
    offers = terms.pop(ListKind.OFFER.value, [])
    if terms:
        draft.state["terms"] = terms
    if offers:
        draft.state["offers"] = [{"kind": slug} for slug in offers]


def _contacts(draft: Draft, cells: dict[str, list[str]], consent: dict[str, Any]) -> None:
    rows = []
    for kind in REACHED:
        for cell in cells.get(kind, ()):
            for part in [cell] if kind == "person" else values.parts_of(cell):
                try:
                    value = tidy_contact(kind, part)
                except ValidationError as error:
                    draft.leave(kind, part, " ".join(error.messages))
                    continue
                rows.append({"kind": kind, "value": value[:300], "label": "", **consent})
    if rows:
        draft.state["contacts"] = rows


def _address(draft: Draft, cells: dict[str, list[str]], consent: dict[str, Any]) -> None:
    parts = {name: " ".join(_first(cells, name).split()) for name in ("street", "city")}
    code = _first(cells, "postcode")
    parts["postcode"] = values.read_postcode(code) or ""
    if code and not parts["postcode"]:
        draft.leave("postcode", code, _("a postcode has five digits."))
    if whole := _first(cells, "address"):
        read = values.read_address(whole)
        if read is None:
            draft.leave("address", whole, _("street, postcode and place can't be told apart."))
        else:
            parts = {**parts, **read}
    too_long = {"street": 120, "city": 80}
    for name, longest in too_long.items():
        if len(parts[name]) > longest:
            draft.leave(
                name, parts[name], _("longer than %(count)d letters, cut.") % {"count": longest}
            )
            parts[name] = parts[name][:longest]
    if any(parts.values()):
        draft.state["address"] = {"note": "", "precision": Precision.FULL.value, **parts, **consent}


def _people(draft: Draft, cells: dict[str, list[str]]) -> None:
    people = {}
    for part in (part for cell in cells.get("responsible", ()) for part in values.parts_of(cell)):
        try:
            address = tidy_contact("email", part)
        except ValidationError as error:
            draft.leave("responsible", part, " ".join(error.messages))
        else:
            people[address.lower()] = {"email": address, "name": ""}
    if people:
        draft.state["responsibles"] = list(people.values())


def _notes(draft: Draft, cells: dict[str, list[str]], file_name: str, line: int) -> None:
    said = list(cells.get("notes", ()))
    if draft.left:
        head = _("From the list “%(file)s”, line %(line)d:") % {"file": file_name, "line": line}
        said.append("\n".join([head, *draft.left]))
    if said:
        draft.state["notes"] = "\n".join(said)
