"""Reads the folder content/ of a tenant: news, pages and home pages, or all that is wrong."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from verbund.onboarding.content.dates import fill_in_dates, moment
from verbund.onboarding.content.files import front_matter, parsed, split, toml
from verbund.onboarding.content.front import NewsFront, PageFront
from verbund.onboarding.content.references import checked_news, checked_pages
from verbund.onboarding.content.shapes import Content, HomeText, NewsText, PageText, Place
from verbund.tenancy.recipe.problems import Problem, ProblemsError, problems_in

T = TypeVar("T")


class ContentError(ProblemsError):
    """Content files can't be used."""


def read_content(folder: Path, today: date) -> Content:
    """Everything below folder/content; relative dates count from the day given."""
    problems: list[Problem] = []

    def each(pattern: str, read: Callable[[Path, Path, date], T]) -> list[T]:
        found = []
        for path in sorted((folder / "content").glob(pattern)):
            try:
                found.append(read(path, folder, today))
            except ProblemsError as error:
                problems.extend(error.problems)
        return found

    news = each("news/*.md", read_news)
    pages = each("pages/*.md", read_page)
    homes = each("home*.toml", read_home)
    if not problems:
        news, faults = checked_news(news)
        pages, more_faults = checked_pages(pages)
        problems += faults + more_faults
    if problems:
        raise ContentError(problems)
    homes.sort(key=lambda home: home.language != "de")
    return Content(tuple(news), tuple(pages), tuple(homes))


def read_news(path: Path, folder: Path, today: date) -> NewsText:
    """A news item's dates in its text count from the day it appears."""
    head, _ = split(path)
    days_ago = toml(head, path).get("days_ago")
    day = today - timedelta(days=days_ago) if isinstance(days_ago, int) else today
    place = Place(folder, day)
    front = front_matter(path, place, NewsFront)
    expires, embargo = front.expires_days_ago, front.embargo_days_ago
    return NewsText(
        slug=front.slug or path.stem,
        title=front.title,
        language=front.language,
        translation_of=front.translation_of,
        kind=front.kind,
        topics=front.topics,
        published=moment(day, 0, front.at),
        expires=None if expires is None else moment(today, -expires, front.at),
        embargo=None if embargo is None else moment(today, -embargo, front.at),
        draft=front.draft,
        pinned=front.pinned,
        network=front.network,
        lead=front.lead,
        author_line=front.author_line,
        picture=front.picture,
        related=front.related,
        blocks=parsed(path, place, front.language),
    )


def read_page(path: Path, folder: Path, today: date) -> PageText:
    place = Place(folder, today)
    front = front_matter(path, place, PageFront)
    return PageText(
        slug=front.slug or path.stem,
        title=front.title,
        language=front.language,
        translation_of=front.translation_of,
        parent=front.parent,
        path="",
        in_menu=front.in_menu,
        menu_title=front.menu_title or front.title,
        order=front.order,
        draft=front.draft,
        lead=front.lead,
        picture=front.picture,
        blocks=parsed(path, place, front.language),
    )


def read_home(path: Path, folder: Path, today: date) -> HomeText:
    text = path.read_text(encoding="utf-8")
    language = str(toml(text, path).get("language", "de"))
    text = fill_in_dates(text, today, language)
    try:
        return HomeText.model_validate(toml(text, path), context=Place(folder, today))
    except ValidationError as error:
        raise ProblemsError(problems_in(error, HomeText, str(path), text)) from error
