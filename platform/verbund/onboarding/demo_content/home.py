"""From a home page's text file to its sections."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.rich_text import RichText

from verbund.onboarding.content import HomeText
from verbund.onboarding.domain.page_content import date_value, link_value
from verbund.plugin.config import PluginConfig
from verbund.plugin.gate import contributed, is_on
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind


def sections_of(text: HomeText) -> list[tuple[str, Any]]:
    """The sections in the order of UX.md's home pages; what the text lacks is left out."""
    is_portal = current_tenant().kind == TenantKind.NETWORK
    with override(text.language):
        sections = _portal(text) if is_portal else _city(text)
    return [(name, value) for name, value in sections if value]


def _city(text: HomeText) -> list[tuple[str, Any]]:
    return [
        ("hero", _hero(text)),
        ("signpost", _signpost(text)),
        *_contributed(text),
        ("dates", _dates(text)),
        ("text", _about(text)),
        ("partners", _partners(text)),
    ]


def _portal(text: HomeText) -> list[tuple[str, Any]]:
    search = {
        "title": text.hero,
        "lead": text.lead,
        "placeholder": _("Room, association, device …"),
        "examples": list(text.search_examples),
    }
    links = [link_value(link) for link in text.actions]
    return [
        ("search_hero", search),
        ("latest_network", {"title": text.news_title or _("New from all cities"), "count": "7"}),
        ("cities", {"title": _("Cities"), "text": "", "links": links}),
        ("dates", _dates(text)),
        ("text", _about(text)),
        ("numbers", _numbers(text)),
        ("partners", _partners(text)),
    ]


def _numbers(text: HomeText) -> dict[str, Any] | None:
    if not text.counters:
        return None
    return {"title": _("In numbers"), "items": _counters(text)}


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


def _contributed(text: HomeText) -> list[tuple[str, Any]]:
    """Sections of plugins, with their own defaults, where the text gives them a heading."""
    if not text.news_title:
        return []
    blocks = [
        one
        for config, one in contributed("content_blocks")
        if isinstance(config, PluginConfig) and is_on(config) and one.where == "home"
    ]
    return [(one.name, {"title": text.news_title}) for one in blocks]


def _dates(text: HomeText) -> dict[str, Any] | None:
    if not text.dates:
        return None
    items = [date_value(item) for item in text.dates]
    return {"title": text.dates_title, "text": text.dates_intro, "items": items}


def _about(text: HomeText) -> dict[str, Any] | None:
    if not text.about:
        return None
    return {"title": text.about_title, "body": [("text", RichText(text.about))]}


def _partners(text: HomeText) -> dict[str, Any] | None:
    if not text.partners:
        return None
    items = [{"name": one.name, "url": "", "logo": None} for one in text.partners]
    return {"title": text.partners_title, "items": items}
