"""The file content/resources.toml of a demo city, read without a database."""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from plugins.resources.enums import Approval, BorrowerClass, Layout

FILE = "resources.toml"
DAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")


class DemoFileError(ValueError):
    """The file can't be used; the message names the place."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Picture(_Frozen):
    file: str


class DemoPoint(_Frozen):
    name: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    note: str = ""
    hours: tuple[str, ...]

    @property
    def rows(self) -> list[tuple[int, dt.time, dt.time]]:
        """Weekday, from, until of “mo-fr 10:00-17:00”."""
        found = []
        for text in self.hours:
            days, _space, times = text.partition(" ")
            first, _dash, last = days.partition("-")
            opens, closes = (dt.time.fromisoformat(one) for one in times.split("-"))
            for number in range(DAYS.index(first), DAYS.index(last or first) + 1):
                found.append((number, opens, closes))
        return found


class DemoClosed(_Frozen):
    in_days: int
    days: int = 1
    reason: str


class DemoRule(_Frozen):
    category: str = ""
    article: str = ""
    borrower: BorrowerClass | Literal[""] = ""
    lendable: bool | None = None
    lead_days: int | None = None
    longest_days: int | None = None
    most: int | None = None
    days_a_year: int | None = None
    over_closed: bool | None = None
    price: Decimal | None = None
    price_day: Decimal | None = None
    deposit: Decimal | None = None
    approval: Approval | Literal[""] = ""
    cancel_days: int | None = None
    text: str = ""


class _Thing(_Frozen):
    name: str
    picture: Picture | None = None
    summary: str = ""
    text: str = ""


class DemoArticle(_Thing):
    units: int = 1
    network: bool = False
    value: Decimal | None = None
    measures: str = ""
    accessories: str = ""
    instructions: str = ""
    buffer_before: int = 0
    buffer_after: int = 0


class DemoCategory(_Frozen):
    name: str
    articles: tuple[DemoArticle, ...] = ()


class DemoPart(_Frozen):
    article: str
    number: int = 1
    chosen: bool = False


class DemoKit(_Thing):
    category: str
    parts: tuple[DemoPart, ...]


class DemoRoom(_Thing):
    network: bool = False
    seats: dict[Layout, int] = {}
    equipment: str = ""
    accessibility: str = ""
    kitchen: str = ""
    noise: str = ""
    house_rules: str = ""
    buffer_before: int = 30
    buffer_after: int = 30


class DemoLine(_Frozen):
    article: str = ""
    room: str = ""
    kit: str = ""
    number: int = 1


class DemoRequest(_Frozen):
    organisation: str
    name: str
    email: str
    borrower: BorrowerClass
    occasion: str
    people: int | None = None
    state: Literal["requested", "confirmed", "out", "done"]
    in_days: int
    days: int
    lines: tuple[DemoLine, ...]


class DemoPool(_Frozen):
    terms: str
    points: tuple[DemoPoint, ...]
    closed: tuple[DemoClosed, ...] = ()
    rules: tuple[DemoRule, ...] = ()
    categories: tuple[DemoCategory, ...]
    kits: tuple[DemoKit, ...] = ()
    rooms: tuple[DemoRoom, ...] = ()
    requests: tuple[DemoRequest, ...] = ()


def read_pool(folder: Path) -> DemoPool | None:
    """The pool of a tenant's folder, None for one that has no file.

    :raises DemoFileError: it can't be used.
    """
    path = folder / "content" / FILE
    if not path.exists():
        return None
    try:
        return DemoPool.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise DemoFileError(f"{path}: {error}") from error
