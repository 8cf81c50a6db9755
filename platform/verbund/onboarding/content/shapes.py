"""Blocks and sections of content files: frozen, typed, every date absolute."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from verbund.onboarding.content.dates import moment
from verbund.onboarding.content.markdown import check_target, rich_text
from verbund.tenancy.recipe import files
from verbund.tenancy.recipe.tables import Table

CREDIT = "Grafik: Verbund (Demo)"


@dataclass(frozen=True)
class Place:
    """Where a text is read: the tenant's folder, and the day its relative dates count from."""

    folder: Path
    day: date


def _place(info: ValidationInfo) -> Place:
    if not isinstance(info.context, Place):
        raise TypeError("Read content files with read_content() or read_dated().")
    return info.context


def _medium(name: Path, info: ValidationInfo) -> Path:
    return files.inside(_place(info).folder, Path("media") / name)


Medium = Annotated[Path, AfterValidator(_medium)]
PictureFile = Annotated[Path, AfterValidator(_medium), AfterValidator(files.picture)]
Html = Annotated[str, AfterValidator(rich_text)]
Target = Annotated[str, AfterValidator(check_target)]


class Picture(Table):
    file: PictureFile
    alt: str
    credit: str = CREDIT


class Document(Table):
    file: Medium
    title: str


class Link(Table):
    label: str
    target: Target


class Quote(Table):
    text: str
    attribution: str = ""


class Figure(Picture):
    caption: str = ""


class Gallery(Table):
    title: str = ""
    pictures: tuple[Picture, ...]


class Downloads(Table):
    title: str = ""
    documents: tuple[Document, ...]


class DateItem(Table):
    title: str
    start: datetime
    end: datetime | None = None
    place: str = ""
    text: str = ""
    target: Target = ""

    @model_validator(mode="before")
    @classmethod
    def from_relative_day(cls, data: Any, info: ValidationInfo) -> Any:
        """in_days = 12, weekday = "Sa", at = "18:00", until = "20:00" become start and end."""
        if not isinstance(data, dict) or "in_days" not in data:
            return data
        relative = {key: data[key] for key in ("in_days", "weekday") if key in data}
        rest = {k: v for k, v in data.items() if k not in {*relative, "at", "until"}}
        day = _place(info).day
        rest["start"] = moment(day, **relative, at=data.get("at", "18:00"))
        if "until" in data:
            rest["end"] = moment(day, **relative, at=data["until"])
        return rest


class Dates(Table):
    title: str = ""
    items: tuple[DateItem, ...]


class ContactCard(Table):
    title: str = ""
    name: str
    text: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    target: Target = ""


class CallToAction(Table):
    title: str
    text: str = ""
    link: Link


class AccordionItem(Table):
    title: str
    html: Html = Field(alias="text")


class Accordion(Table):
    title: str = ""
    items: tuple[AccordionItem, ...]


class Teaser(Table):
    title: str
    text: str = ""
    target: Target


class Teasers(Table):
    title: str = ""
    items: tuple[Teaser, ...]


class TwoColumns(Table):
    left: Html
    right: Html


class Block(NamedTuple):
    """A block's name as in the pages' body, and its value: str or one of the tables above."""

    type: str
    value: Any


class Counter(Table):
    value: str
    label: str
    note: str
    target: Target = ""


class Signpost(Table):
    question: str
    links: tuple[Link, ...]


class Partner(Table):
    """A funder's name, and the drawn shape that stands for a logo in the demo."""

    name: str
    shape: Literal["window", "clock", "mountain", "waves"]


class HomeText(Table):
    """A home page's sections; those that a site lacks are empty."""

    language: str = "de"
    title: str
    hero: str
    lead: str
    actions: tuple[Link, ...] = ()
    picture: Picture | None = None
    counters: tuple[Counter, ...] = ()
    signpost_title: str = ""
    signpost: tuple[Signpost, ...] = ()
    news_title: str = ""
    dates_title: str = ""
    dates_intro: str = ""
    dates: tuple[DateItem, ...] = ()
    about_title: str = ""
    about: Html = ""
    partners_title: str = ""
    partners: tuple[Partner, ...] = ()
    search_examples: tuple[str, ...] = ()
    footer_note: str = ""

    @field_validator("hero")
    @classmethod
    def hero_is_one_sentence(cls, hero: str) -> str:
        if len(hero) > 60:
            raise ValueError(f"“{hero}” has {len(hero)} characters, 60 fit. Shorten it.")
        return hero
