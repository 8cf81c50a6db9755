"""A proposal field by field in words: what stands there now, and what shall."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.members.domain.differences import differences, label_of
from plugins.members.domain.flat import Flat, flat_of, same, with_changes
from plugins.members.domain.state import State, state_of
from plugins.members.models import OfferKind, Proposal, Term
from verbund.plugin import Image


@dataclass(frozen=True)
class Line:
    """``conflict``: the entry has changed in this field since the organisation began."""

    key: str
    label: str
    old: str
    new: str
    conflict: bool = False


def lines_of(proposal: Proposal) -> list[Line]:
    """What the proposal still changes in the entry of now."""
    state = state_of(proposal.organisation)
    languages = {key.split(".")[1] for key in proposal.state if key.startswith("texts.")}
    current = flat_of(state, languages)
    wanted = with_changes(state, proposal.state)
    moved = {key for key, value in proposal.base.items() if not same(value, current.get(key))}
    words = _Words()
    return [
        Line(
            found["field"],
            str(label_of(found["field"])),
            words.of(found["field"], found["old"]),
            words.of(found["field"], found["new"]),
            found["field"] in moved,
        )
        for found in differences(_named_offers(state), _named_offers(wanted))
    ]


def in_words(values: Flat, key: str, state: State) -> str:
    """One field as people read it."""
    blank = with_changes(state, {key: _nothing(values.get(key))})
    found = differences(blank, with_changes(state, {key: values.get(key)}))
    return _Words().of(key, found[0]["new"]) if found else ""


def label(key: str) -> str:
    return str(label_of(key))


def _nothing(value: Any) -> Any:
    return [] if isinstance(value, list) else "" if isinstance(value, str) else None


def _named_offers(state: State) -> State:
    """Offers without words of their own are called by their kind."""
    offers = state["offers"] or []
    names = dict(OfferKind.objects.values_list("slug", "name")) if offers else {}
    named = [
        {**offer, "title": offer["title"] or names.get(offer["kind"], offer["kind"])}
        for offer in offers
    ]
    return {**state, "offers": named}


class _Words:
    """Names of words and pictures, looked up once."""

    def __init__(self) -> None:
        self._terms: Mapping[tuple[str, str], str] | None = None

    def of(self, key: str, said: str) -> str:
        if key == "logo":
            picture = Image.objects.filter(pk=said or 0).first()
            return picture.title if picture else ""
        if key.startswith("terms."):
            kind = key.removeprefix("terms.")
            return ", ".join(self._term(kind, slug) for slug in said.split(", ") if slug)
        return said

    def _term(self, kind: str, slug: str) -> str:
        if self._terms is None:
            rows = Term.objects.values_list("kind", "slug", "name")
            self._terms = {(of, short): name for of, short, name in rows}
        return self._terms.get((kind, slug), slug)
