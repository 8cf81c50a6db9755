"""Reads the pages and home pages in a tenant's folder content/, or all that is wrong."""

from datetime import date
from pathlib import Path

from pydantic import ValidationError

from verbund.onboarding.content.dates import fill_in_dates
from verbund.onboarding.content.files import front_matter, parsed, toml
from verbund.onboarding.content.folder import ContentError, read_each
from verbund.onboarding.content.front import PageFront
from verbund.onboarding.content.references import checked_pages
from verbund.onboarding.content.shapes import HomeText, Place
from verbund.onboarding.content.texts import Content, PageText
from verbund.tenancy.recipe.problems import ProblemsError, problems_in


def read_content(folder: Path, today: date) -> Content:
    """Relative dates count from the day given; plugins' texts are read by read_dated()."""
    files = folder / "content"
    pages, faults = read_each(files.glob("pages/*.md"), lambda path: read_page(path, folder, today))
    homes, more = read_each(files.glob("home*.toml"), lambda path: read_home(path, folder, today))
    problems = faults + more
    if not problems:
        pages, problems = checked_pages(pages)
    if problems:
        raise ContentError(problems)
    homes.sort(key=lambda home: home.language != "de")
    return Content(tuple(pages), tuple(homes))


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
