"""The file content/members.toml of a demo city, read without a database."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from plugins.members.domain.lists import slug_of
from plugins.members.enums import ConsentWay, ContactKind, LegalForm, ListKind, Precision, Status

FILE = "members.toml"
CREDIT = "Grafik: Verbund (Demo)"
GIVEN_BY = "Vorstand (Demo)"
Place = Literal["web", "list", "network"]
PLACES: tuple[Place, ...] = ("web", "list", "network")


class DemoFileError(ValueError):
    """The file can't be used; the message names the place."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Logo(_Frozen):
    file: str
    alt: str = "Gezeichnetes Zeichen des Vereins"
    credit: str = CREDIT


class DemoText(_Frozen):
    summary: str = ""
    description: str = ""
    for_whom: str = ""
    opening_hours: str = ""
    access: str = ""


class DemoOffer(_Frozen):
    kind: str
    title: str = ""
    when: str = ""
    cost: str = ""
    spoken: tuple[str, ...] = ()
    language: str = "de"


class DemoPerson(_Frozen):
    """Who wants something of the directory; every address is invented."""

    name: str
    email: str
    role: str = "Vorstand"
    text: str = ""


class DemoWaiting(_Frozen):
    """What waits for staff at an entry: changes by field, a claim, an error that was reported."""

    changes: dict[str, str] = {}
    sent: bool = True
    claim: DemoPerson | None = None
    error: str = ""


class DemoEntry(DemoText):
    name: str
    native_name: str = ""
    native_language: str = ""
    legal_form: LegalForm
    founded: int | None = None
    since: int | None = None
    status: Status = Status.MEMBER
    shown: bool = True
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    quarters: tuple[str, ...]
    groups: tuple[str, ...] = ()
    backgrounds: tuple[str, ...] = ()
    offers: tuple[DemoOffer, ...] = ()
    texts: dict[str, DemoText] = {}
    email: str = ""
    phone: str = ""
    website: str = ""
    channel: str = ""
    person: str = ""
    private: tuple[str, ...] = ()
    places: tuple[Place, ...] = PLACES
    street: str = ""
    postcode: str = ""
    note: str = ""
    precision: Precision = Precision.FULL
    confirmed_days_ago: int | None = None
    responsible: tuple[str, ...] = ()
    logo: Logo | None = None
    waiting: DemoWaiting | None = None

    def state(self, city: str, today: date) -> dict[str, Any]:
        """As `domain.writing` takes it; dates count from today."""
        return {
            "name": self.name,
            "native_name": self.native_name,
            "native_language": self.native_language,
            "legal_form": self.legal_form,
            "register_court": f"Amtsgericht {city}" if self._is_registered else "",
            "register_number": "VR 00000 (Demo)" if self._is_registered else "",
            "founded": self.founded,
            "status": self.status,
            "member_since": f"{self.since}-01-01" if self.since else None,
            "shown": self.shown,
            "in_network": self.shown and "network" in self.places,
            "confirmed_on": self._confirmed(today),
            "confirmed_by": GIVEN_BY if self.confirmed_days_ago is not None else "",
            "terms": self._terms(),
            "texts": self._texts(),
            "contacts": self._contacts(today),
            "address": self._address(city, today),
            "offers": [offer.model_dump() for offer in self.offers],
            "responsibles": [{"email": email} for email in self.responsible],
        }

    @property
    def _is_registered(self) -> bool:
        return self.legal_form == LegalForm.EV

    def _confirmed(self, today: date) -> str | None:
        days = self.confirmed_days_ago
        return None if days is None else (today - timedelta(days=days)).isoformat()

    def _terms(self) -> dict[str, list[str]]:
        return {
            ListKind.TOPIC.value: list(self.topics),
            ListKind.LANGUAGE.value: list(self.languages),
            ListKind.QUARTER.value: [slug_of(name) for name in self.quarters],
            ListKind.GROUP.value: list(self.groups),
            ListKind.BACKGROUND.value: list(self.backgrounds),
        }

    def _texts(self) -> dict[str, dict[str, str]]:
        german = {name: getattr(self, name).strip() for name in DemoText.model_fields}
        others = {language: text.model_dump() for language, text in self.texts.items()}
        return {"de": german, **others}

    def _contacts(self, today: date) -> list[dict[str, Any]]:
        return [
            {"kind": kind.value, "value": value, **self._consent(kind.value, today)}
            for kind in ContactKind
            if (value := getattr(self, kind.value))
        ]

    def _address(self, city: str, today: date) -> dict[str, Any] | None:
        if not self.street and self.precision == Precision.FULL:
            return None
        return {
            "street": self.street,
            "postcode": self.postcode,
            "city": city if self.street else "",
            "note": self.note,
            "precision": self.precision,
            **self._consent("address", today),
        }

    def _consent(self, name: str, today: date) -> dict[str, Any]:
        places = () if name in self.private else self.places
        given = {
            "consent_by": GIVEN_BY,
            "consent_on": (today - timedelta(days=self.confirmed_days_ago or 30)).isoformat(),
            "consent_way": ConsentWay.FORM.value,
        }
        ticks = {
            "on_web": "web" in places,
            "in_list": "list" in places,
            "in_network": "network" in places,
        }
        return {**ticks, **(given if places else {})}


def read_entries(folder: Path) -> tuple[DemoEntry, ...]:
    """The organisations of a city; none where it has no file.

    :raises DemoFileError: naming the file, the organisation and the key.
    """
    path = folder / "content" / FILE
    if not path.exists():
        return ()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DemoFileError(f"{path}: {error}") from error
    return tuple(_entry(path, values) for values in data.get("organisations", ()))


def _entry(path: Path, values: dict[str, Any]) -> DemoEntry:
    try:
        return DemoEntry.model_validate(values)
    except ValidationError as error:
        raise DemoFileError(f"{path}, {values.get('name', '?')}: {error}") from error
