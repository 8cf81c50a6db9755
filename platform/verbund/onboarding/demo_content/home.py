"""From a home page's text file to its sections."""

from typing import Any

from django.utils.translation import gettext, override
from wagtail.rich_text import RichText

from verbund.onboarding.content import HomeText
from verbund.onboarding.domain.first_home import SEARCH_AS_OPENING, brought_sections
from verbund.onboarding.domain.page_content import date_value, link_value
from verbund.tenancy.models import Tenant


def sections_of(text: HomeText, tenant: Tenant) -> list[tuple[str, Any]]:
    """The sections in the order of a good home page; what the text lacks is left out."""
    with override(text.language):
        brought = dict(brought_sections(tenant))
    search = brought.pop(SEARCH_AS_OPENING, None)
    if "cities" in brought:
        brought["cities"]["links"] = [link_value(link) for link in text.actions]
    sections = [
        (SEARCH_AS_OPENING, _search(search, text)) if search else ("hero", _hero(text)),
        ("signpost", _signpost(text)),
        *brought.items(),
        ("dates", _dates(text)),
        ("text", _about(text)),
        ("numbers", _numbers(text) if search else None),
        ("partners", _partners(text)),
    ]
    return [(name, value) for name, value in sections if value]


def _search(first: dict[str, Any], text: HomeText) -> dict[str, Any]:
    examples = list(text.search_examples)
    return {**first, "title": text.hero, "lead": text.lead, "examples": examples}


def _counters(text: HomeText) -> list[dict[str, Any]]:
    return [
        {"number": one.value, "label": one.label, "note": one.note, "url": one.target}
        for one in text.counters
    ]


def _hero(text: HomeText) -> dict[str, Any]:
    return {
        "title": text.hero,
        "lead": text.lead,
        "actions": [link_value(link) for link in text.actions],
        "counters": _counters(text),
    }


def _signpost(text: HomeText) -> dict[str, Any] | None:
    if not text.signpost:
        return None
    groups = [
        {"title": one.question, "links": [link_value(link) for link in one.links]}
        for one in text.signpost
    ]
    return {"groups": groups}


def _dates(text: HomeText) -> dict[str, Any] | None:
    if not text.dates:
        return None
    items = [date_value(item) for item in text.dates]
    return {"title": text.dates_title, "text": text.dates_intro, "items": items}


def _about(text: HomeText) -> dict[str, Any] | None:
    if not text.about:
        return None
    return {"title": text.about_title, "body": [("text", RichText(text.about))]}


def _numbers(text: HomeText) -> dict[str, Any] | None:
    """Their own heading: two parts of one name are hard to tell apart by ear."""
    if not text.counters:
        return None
    with override(text.language):
        return {"title": gettext("Numbers"), "items": _counters(text)}


def _partners(text: HomeText) -> dict[str, Any] | None:
    if not text.partners:
        return None
    items = [{"name": one.name, "url": "", "logo": None} for one in text.partners]
    return {"title": text.partners_title, "items": items}
