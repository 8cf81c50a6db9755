"""An entry with all its parts as plain data: to compare, to keep, and to write back."""

import datetime as dt
from typing import Any

from plugins.members.models import Address, Contact, Offer, Organisation, Responsible, Text

State = dict[str, Any]
FIELDS = (
    "name",
    "slug",
    "short_name",
    "native_name",
    "native_language",
    "legal_form",
    "register_court",
    "register_number",
    "founded",
    "status",
    "member_since",
    "member_until",
    "shown",
    "in_network",
    "open_to_partners",
    "trusted",
    "confirmed_on",
    "confirmed_by",
    "notes",
)
TEXT_FIELDS = ("summary", "description", "for_whom", "opening_hours", "access")
CONSENT_FIELDS = (
    "on_web",
    "in_list",
    "in_network",
    "consent_by",
    "consent_on",
    "consent_way",
)
CONTACT_FIELDS = ("kind", "value", "label", *CONSENT_FIELDS)
ADDRESS_FIELDS = ("street", "postcode", "city", "note", "precision", *CONSENT_FIELDS)
OFFER_FIELDS = ("title", "when", "cost", "language")
PERSON_FIELDS = ("email", "name")
DATES = frozenset({"member_since", "member_until", "confirmed_on", "consent_on"})


def state_of(organisation: Organisation) -> State:
    """All that people can change in an entry, as JSON; read anew from the database."""
    saved = Organisation.objects.get(pk=organisation.pk)
    state = _values(saved, FIELDS)
    state["logo"] = saved.logo_id
    state["terms"] = _terms(saved)
    state["texts"] = {text.language: _values(text, TEXT_FIELDS) for text in saved.texts.all()}
    state["contacts"] = [_values(contact, CONTACT_FIELDS) for contact in saved.contacts.all()]
    address = saved.addresses.first()
    state["address"] = _values(address, ADDRESS_FIELDS) if address else None
    state["offers"] = [_offer(offer) for offer in _offers_of(saved)]
    state["responsibles"] = [_values(one, PERSON_FIELDS) for one in saved.responsibles.all()]
    return state


def _values(row: Any, names: tuple[str, ...]) -> State:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def value_of(name: str, value: Any) -> Any:
    """A field's value from its plain form."""
    if name in DATES and isinstance(value, str):
        return dt.date.fromisoformat(value) if value else None
    return value


def _terms(organisation: Organisation) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in organisation.terms.all():
        found.setdefault(term.kind, []).append(term.slug)
    return {kind: sorted(slugs) for kind, slugs in sorted(found.items())}


def _offers_of(organisation: Organisation) -> Any:
    return organisation.offers.select_related("kind").prefetch_related("spoken")


def _offer(offer: Offer) -> State:
    spoken = sorted(term.slug for term in offer.spoken.all())
    return {"kind": offer.kind.slug, "spoken": spoken, **_values(offer, OFFER_FIELDS)}


PARTS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "texts": (Text, TEXT_FIELDS),
    "contacts": (Contact, CONTACT_FIELDS),
    "address": (Address, ADDRESS_FIELDS),
    "responsibles": (Responsible, PERSON_FIELDS),
}
"""Key of a state → (model of the part, its fields)."""
