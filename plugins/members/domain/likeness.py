"""Which entries look like the same organisation: by name, address, website or telephone."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.members.domain.contacts import shown_as
from plugins.members.domain.names import compared_name
from plugins.members.domain.state import State
from plugins.members.enums import ContactKind
from plugins.members.fields import sort_key
from plugins.members.imports import Likeness
from plugins.members.models import Address, Contact, Organisation

# The first that fits is told; a number that many share (an office's) says nothing by itself.
ORDER = (Likeness.KEY, Likeness.NAME, Likeness.WEBSITE, Likeness.PHONE, Likeness.ADDRESS)
_STREET = re.compile(r"str(?:\.|asse|aße)?(?=$|[\s\d])", re.I)


@dataclass(frozen=True)
class Like:
    """An entry that something looks like, and by what."""

    pk: int
    by: Likeness


@dataclass
class Signs:
    """Sign → keys of the entries that have it, for all of a tenant; a handful of queries."""

    known: dict[tuple[Likeness, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, pk: int, by: Likeness, sign: str) -> None:
        if sign and pk not in self.known[by, sign]:
            self.known[by, sign].append(pk)

    def like(self, state: State, key: str = "") -> Like | None:
        """The entry that a draft looks like most; the oldest where several do."""
        signs = dict(signs_of(state, key))
        for by in ORDER:
            for sign in signs.get(by, ()):
                if found := self.known.get((by, sign)):
                    return Like(min(found), by)
        return None


def all_signs() -> Signs:
    """Of the entries of the current tenant."""
    signs = Signs()
    for pk, name, key in Organisation.objects.values_list("pk", "name", "import_key"):
        signs.add(pk, Likeness.NAME, compared_name(name))
        signs.add(pk, Likeness.KEY, key or "")
    contacts = Contact.objects.filter(kind__in=(ContactKind.WEBSITE, ContactKind.PHONE))
    for pk, kind, value in contacts.values_list("organisation", "kind", "value"):
        by = Likeness.WEBSITE if kind == ContactKind.WEBSITE else Likeness.PHONE
        signs.add(pk, by, sign_of(by, value))
    for pk, street, code in Address.objects.values_list("organisation", "street", "postcode"):
        signs.add(pk, Likeness.ADDRESS, address_sign(street, code))
    return signs


def signs_of(state: State, key: str = "") -> Iterator[tuple[Likeness, list[str]]]:
    """What another entry would be known by as the same."""
    contacts = state.get("contacts") or []
    address = state.get("address") or {}
    yield Likeness.KEY, [key] if key else []
    yield Likeness.NAME, [compared_name(state["name"])] if state.get("name") else []
    for by, kind in ((Likeness.WEBSITE, ContactKind.WEBSITE), (Likeness.PHONE, ContactKind.PHONE)):
        yield by, [sign_of(by, one["value"]) for one in contacts if one["kind"] == kind]
    sign = address_sign(address.get("street", ""), address.get("postcode", ""))
    yield Likeness.ADDRESS, [sign] if sign else []


def sign_of(by: Likeness, value: str) -> str:
    if by == Likeness.PHONE:
        return phone_sign(value)
    return shown_as(ContactKind.WEBSITE, value).lower()


def phone_sign(value: str) -> str:
    """“+49 (0)231 / 55-66” and "0231 5566" are one number."""
    digits = re.sub(r"[^\d+]", "", value.replace("(0)", ""))
    digits = re.sub(r"^(?:\+|00)49", "0", digits)
    return digits if len(digits) > 5 else ""


def address_sign(street: str, postcode: str) -> str:
    """“Münsterstr. 9” and "Münsterstraße 9" of one postcode are one place."""
    key = sort_key(_STREET.sub("strasse", street)).replace(" ", "")
    return f"{postcode} {key}" if key and postcode and re.search(r"\d", key) else ""
