"""What content files say of each other: translations, pages above, texts that belong together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from verbund.onboarding.content.texts import DatedText, PageText
from verbund.tenancy.recipe.problems import Problem

AnyDated = DatedText[Any]


def faults_of_dated(texts: Sequence[AnyDated]) -> list[Problem]:
    german = {text.slug for text in texts if text.language == "de"}
    return _translations(texts, german) + [
        Problem(text.slug, 0, key, f"There is no German text “{slug}”.")
        for text in texts
        for key in text.front.references
        for slug in getattr(text.front, key)
        if slug not in german
    ]


def checked_pages(pages: Sequence[PageText]) -> tuple[list[PageText], list[Problem]]:
    """Parents before children, German before translations; each page with its path."""
    german = {page.slug: page for page in pages if page.language == "de"}
    problems = _translations(pages, german) + [
        Problem(page.slug, 0, "parent", f"There is no German page “{page.parent}”.")
        for page in pages
        if page.parent and page.parent not in german
    ]
    if problems:
        return list(pages), problems
    slugs = {(page.translation_of or page.slug, page.language): page.slug for page in pages}
    placed = [replace(page, path=_path(page, german, slugs)) for page in pages]
    placed.sort(key=lambda page: (page.language != "de", page.path.count("/"), page.order))
    return placed, []


def _translations(items: Sequence[AnyDated | PageText], german: Iterable[str]) -> list[Problem]:
    return [
        Problem(item.slug, 0, "translation_of", _translation_fault(item))
        for item in items
        if (item.language == "de") != (item.translation_of is None)
        or (item.translation_of and item.translation_of not in german)
    ]


def _translation_fault(item: AnyDated | PageText) -> str:
    if item.translation_of is None:
        return f"A text in “{item.language}” names the German one that it translates."
    return f"There is no German text “{item.translation_of}” that this could translate."


def _path(page: PageText, german: dict[str, PageText], slugs: dict[tuple[str, str], str]) -> str:
    """A translation lies below its parent's translation, or where the German one does."""
    parts, above = [page.slug], page.parent
    while above:
        parts.append(slugs.get((above, page.language), above))
        above = german[above].parent
    return f"/{'/'.join(reversed(parts))}/"
