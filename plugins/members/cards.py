"""An entry as the theme's rows, tags and ways take it."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plugins.members.domain.published import PublicContact, Published
from plugins.members.enums import ContactKind
from plugins.members.models import DirectoryPage
from verbund.plugin import active_language, for_reader

ICONS = {
    ContactKind.EMAIL: "mail",
    ContactKind.PHONE: "phone",
    ContactKind.WEBSITE: "globe",
    ContactKind.CHANNEL: "talk",
    ContactKind.PERSON: "user",
}


def entry_url(page: DirectoryPage, slug: str) -> str:
    """Where the page of an entry is for this reader."""
    return for_reader(page.sub_url("entry", slug=slug), active_language())


def rows_of(entries: Iterable[Published], page: DirectoryPage) -> list[dict[str, Any]]:
    return [_row(entry, page) for entry in entries]


def _row(entry: Published, page: DirectoryPage) -> dict[str, Any]:
    return {
        "title": entry.name,
        "url": entry_url(page, entry.slug),
        "text": entry.text.summary,
        "lang": foreign(entry.text.language),
        "tags": [topic.name for topic in entry.topics],
        "facts": [fact for fact in _facts(entry) if fact["value"]],
    }


def _facts(entry: Published) -> list[dict[str, str]]:
    return [
        {"label": _("Languages"), "value": ", ".join(one.name for one in entry.languages)},
        {"label": _("Quarter"), "value": place_line(entry)},
        {"label": _("Confirmed"), "value": confirmed_line(entry)},
    ]


def place_line(entry: Published) -> str:
    """“Innenstadt-Nord, Anschrift auf Anfrage”."""
    parts = [quarter.name for quarter in entry.quarters]
    if entry.place and entry.place.on_request:
        parts.append(_("address on request"))
    return ", ".join(parts)


def confirmed_line(entry: Published) -> str:
    if entry.confirmed_on is None:
        return _("not yet")
    day = date_format(entry.confirmed_on, "DATE_FORMAT")
    return day if entry.is_confirmed else _("not since %s") % day


def ways_of(entry: Published) -> list[dict[str, str]]:
    """How to reach an organisation, each way with its sign."""
    place = entry.place
    ways = [] if place is None else [_place_way(entry)]
    return ways + [_way(contact) for contact in entry.contacts]


def _place_way(entry: Published) -> dict[str, str]:
    place = entry.place
    assert place is not None
    if place.is_full:
        return {"icon": "pin", "title": place.line, "note": place.note}
    if place.on_request:
        return {"icon": "pin", "title": _("Address on request")}
    quarters = ", ".join(quarter.name for quarter in entry.quarters)
    return {"icon": "pin", "title": ", ".join(filter(None, (quarters, place.city)))}


def _way(contact: PublicContact) -> dict[str, str]:
    title = contact.shown
    if contact.label:
        is_name = contact.kind == ContactKind.CHANNEL
        title = contact.label if is_name else f"{contact.shown} ({contact.label})"
    return {
        "icon": ICONS[ContactKind(contact.kind)],
        "title": title,
        "url": contact.target,
    }


def foreign(language: str) -> str:
    """The language where it is not the page's; empty where it is."""
    return "" if language == active_language() else language
