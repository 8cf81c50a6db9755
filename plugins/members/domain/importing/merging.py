"""What of a draft goes into an entry that is there: what it lacks; more only where asked for."""

from typing import Any

from plugins.members.domain.state import State

_EMPTY: tuple[Any, ...] = (None, "", [], {})
_PLAIN = (
    "short_name",
    "native_name",
    "legal_form",
    "register_court",
    "register_number",
    "founded",
    "member_since",
    "member_until",
)


def merged(before: State, draft: State, overwrite: bool) -> State:
    """The part of a state that changes; empty where the entry has all of it.

    Consents that are there stay, and nothing that is there is taken away.
    """
    changed: State = {}
    for name in _PLAIN:
        value = draft.get(name)
        if value not in _EMPTY and (overwrite or before[name] in _EMPTY) and value != before[name]:
            changed[name] = value
    if overwrite and draft.get("status", before["status"]) != before["status"]:
        changed["status"] = draft["status"]
    changed |= _texts(before["texts"], draft.get("texts") or {}, overwrite)
    changed |= _terms(before["terms"], draft.get("terms") or {})
    for name, same in (("contacts", _contact), ("responsibles", _person), ("offers", _offer)):
        added = _added(before[name], draft.get(name) or [], same)
        if added:
            changed[name] = [*before[name], *added]
    if draft.get("address") and (before["address"] is None):
        changed["address"] = draft["address"]
    notes = draft.get("notes") or ""
    if notes and notes not in before["notes"]:
        changed["notes"] = f"{before['notes']}\n{notes}".strip()
    return changed


def _texts(old: State, new: State, overwrite: bool) -> State:
    texts = {language: dict(said) for language, said in old.items()}
    for language, said in new.items():
        mine = texts.setdefault(language, {})
        for name, value in said.items():
            if value and (overwrite or not mine.get(name)):
                mine[name] = value
    return {"texts": texts} if texts != old else {}


def _terms(old: State, new: State) -> State:
    terms = {kind: sorted({*old.get(kind, ()), *slugs}) for kind, slugs in new.items()}
    differ = {kind: slugs for kind, slugs in terms.items() if slugs != sorted(old.get(kind, ()))}
    return {"terms": differ} if differ else {}


def _added(old: list[State], new: list[State], same: Any) -> list[State]:
    known = {same(one) for one in old}
    return [one for one in new if same(one) not in known]


def _contact(row: State) -> tuple[str, str]:
    return row["kind"], row["value"].lower()


def _person(row: State) -> str:
    email: str = row["email"].lower()
    return email


def _offer(row: State) -> str:
    kind: str = row["kind"]
    return kind
