"""Reads a folder of texts with a day each, the demo content of a plugin."""

from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from verbund.onboarding.content.dates import moment
from verbund.onboarding.content.files import front_matter, parsed, split, toml
from verbund.onboarding.content.folder import ContentError, read_each
from verbund.onboarding.content.front import DatedFront
from verbund.onboarding.content.references import faults_of_dated
from verbund.onboarding.content.shapes import Place
from verbund.onboarding.content.texts import DatedText

F = TypeVar("F", bound=DatedFront)


def read_dated(
    folder: Path, subfolder: str, front_model: type[F], today: date
) -> tuple[DatedText[F], ...]:
    """The texts of folder/content/subfolder, German ones first; raises ContentError."""
    paths = (folder / "content" / subfolder).glob("*.md")
    texts, problems = read_each(paths, lambda path: _read(path, folder, front_model, today))
    problems = problems or faults_of_dated(texts)
    if problems:
        raise ContentError(problems)
    return tuple(sorted(texts, key=lambda text: text.translation_of is not None))


def _read(path: Path, folder: Path, front_model: type[F], today: date) -> DatedText[F]:
    day = _day(path, today)
    place = Place(folder, day)
    front = front_matter(path, place, front_model)
    return DatedText(
        slug=front.slug or path.stem,
        title=front.title,
        language=front.language,
        translation_of=front.translation_of,
        published=moment(day, 0, front.at),
        draft=front.draft,
        lead=front.lead,
        picture=front.picture,
        blocks=parsed(path, place, front.language),
        front=front,
    )


def _day(path: Path, today: date) -> date:
    """Read ahead of the rest: dates in a text count from the day on which it appears."""
    head, _ = split(path)
    days_ago = toml(head, path).get("days_ago")
    return today - timedelta(days=days_ago) if isinstance(days_ago, int) else today
