"""What of an entry the public gets: every output is made from this and from nothing else."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from plugins.members.enums import Precision


@dataclass(frozen=True)
class PublicTerm:
    """A word of a list, in the language that was asked for or, failing that, in German."""

    slug: str
    name: str
    native_name: str = ""


@dataclass(frozen=True)
class PublicText:
    language: str
    summary: str
    description: str
    for_whom: str
    opening_hours: str
    access: str


@dataclass(frozen=True)
class PublicContact:
    kind: str
    label: str
    value: str
    shown: str
    target: str


@dataclass(frozen=True)
class PublicPlace:
    """An address as far as it is told; without precision there is nothing in the other fields."""

    precision: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    note: str = ""

    @property
    def is_full(self) -> bool:
        return self.precision == Precision.FULL

    @property
    def on_request(self) -> bool:
        return self.precision == Precision.REQUEST

    @property
    def line(self) -> str:
        town = f"{self.postcode} {self.city}".strip()
        return ", ".join(filter(None, (self.street, town)))


@dataclass(frozen=True)
class PublicOffer:
    kind: PublicTerm
    title: str
    when: str
    cost: str
    spoken: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Published:
    """An entry as one place may show it, in one language."""

    uuid: UUID
    slug: str
    name: str
    short_name: str
    native_name: str
    native_language: str
    legal_form: str
    register: str
    founded: int | None
    logo: Any
    status: str
    is_member: bool
    member_since: dt.date | None
    confirmed_on: dt.date | None
    is_confirmed: bool
    changed_at: dt.datetime
    sort_key: str
    topics: tuple[PublicTerm, ...]
    languages: tuple[PublicTerm, ...]
    quarters: tuple[PublicTerm, ...]
    groups: tuple[PublicTerm, ...]
    backgrounds: tuple[PublicTerm, ...]
    texts: dict[str, PublicText]
    text: PublicText
    offers: tuple[PublicOffer, ...]
    offer_kinds: tuple[PublicTerm, ...]
    contacts: tuple[PublicContact, ...]
    place: PublicPlace | None

    @property
    def written_in(self) -> tuple[str, ...]:
        """Languages in which it can be read, German first."""
        rest = sorted(set(self.texts) - {settings.LANGUAGE_CODE})
        return (settings.LANGUAGE_CODE, *rest)

    def contacts_of(self, kind: str) -> tuple[PublicContact, ...]:
        return tuple(one for one in self.contacts if one.kind == kind)
