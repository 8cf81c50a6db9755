"""The printed list: what the selection may tell on paper, as plain data for the template."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.members.cards import confirmed_line, entry_url, place_line
from plugins.members.domain.catalogue import Catalogue
from plugins.members.domain.published import PublicTerm, Published
from plugins.members.enums import ContactKind
from plugins.members.fields import letter_of
from plugins.members.models import DirectoryPage
from verbund.plugin import Tenant, active_language, german_date, printable, typeset

TEMPLATE = Path(__file__).with_name("printed_list.typ")


def list_pdf(
    entries: Sequence[Published],
    catalogue: Catalogue,
    page: DirectoryPage,
    tenant: Tenant,
    day: dt.date,
) -> bytes:
    """The selection as PDF/UA, in the reader's language."""
    data = _data(entries, catalogue, page, tenant, day)
    title = f"{data['heading']}, {data['as_of']}"
    return typeset(TEMPLATE, data, title=title, language=active_language())


def _data(
    entries: Sequence[Published],
    catalogue: Catalogue,
    page: DirectoryPage,
    tenant: Tenant,
    day: dt.date,
) -> dict[str, Any]:
    count = len(entries)
    url = tenant.base_url + (page.url or "/")
    as_of = _("As of: %s") % german_date(day)
    return {
        "heading": _("Member organisations in %s") % tenant.name,
        "count_line": ngettext("%d organisation", "%d organisations", count) % count,
        "selection": _selection(catalogue),
        "as_of": as_of,
        "note": _(
            "Contacts and addresses stand here as far as the organisations released them for "
            "this list."
        ),
        "footer": f"{page.title}, {as_of}",
        "url": url,
        "shown_url": url.partition("://")[2],
        "words": {
            "contents": _("Contents"),
            "selection": _("Selection"),
            "offers": _("Offers"),
            "by_language": _("By language"),
            "by_topic": _("By topic"),
        },
        "groups": _groups(entries, page, tenant),
        "by_language": _index(entries, lambda entry: entry.languages),
        "by_topic": _index(entries, lambda entry: entry.topics),
    }


def _selection(catalogue: Catalogue) -> list[str]:
    chosen = catalogue.selection
    names = [catalogue.name_of(kind, slug) for kind, slug in chosen.terms]
    text = [f"„{chosen.text}“"] if chosen.text else []
    letter = [_("Letter %s") % chosen.letter] if chosen.letter else []
    return [*text, *names, *letter]


def _groups(
    entries: Iterable[Published], page: DirectoryPage, tenant: Tenant
) -> list[dict[str, Any]]:
    ordered = sorted(entries, key=lambda entry: (entry.sort_key, entry.name))
    return [
        {
            "letter": _("other") if letter == "#" else letter,
            "entries": [_entry(entry, page, tenant) for entry in group],
        }
        for letter, group in groupby(ordered, key=lambda entry: letter_of(entry.sort_key))
    ]


def _entry(entry: Published, page: DirectoryPage, tenant: Tenant) -> dict[str, Any]:
    url = tenant.base_url + entry_url(page, entry.slug)
    offers = entry.offers
    return {
        "key": _key(entry),
        "name": entry.name,
        "native": entry.native_name if printable(entry.native_name) else "",
        "native_language": entry.native_language,
        "summary": entry.text.summary,
        "text_language": entry.text.language,
        "offers": [_offer(one.title, one.when) for one in offers],
        "offers_language": offers[0].language if offers else "",
        "facts": _facts(entry),
        "ways": _ways(entry),
        "url": url,
        "shown_url": url.partition("://")[2],
    }


def _key(entry: Published) -> str:
    return f"entry-{entry.uuid.hex}"


def _offer(title: str, when: str) -> str:
    return f"{title} ({when})" if when else title


def _facts(entry: Published) -> list[dict[str, str]]:
    place = entry.place
    return [
        {"label": _("Languages"), "value": _names(entry.languages)},
        {"label": _("Topics"), "value": _names(entry.topics)},
        {"label": _("Quarters"), "value": place_line(entry)},
        {"label": _("Address"), "value": place.line if place and place.is_full else ""},
        {"label": _("Accessibility"), "value": entry.text.access},
        {"label": _("Opening hours"), "value": entry.text.opening_hours},
        {"label": _("Confirmed"), "value": confirmed_line(entry)},
    ]


def _ways(entry: Published) -> list[dict[str, str]]:
    labels = {
        ContactKind.EMAIL: _("E-mail"),
        ContactKind.PHONE: _("Telephone"),
        ContactKind.WEBSITE: _("Website"),
        ContactKind.CHANNEL: _("Social media"),
        ContactKind.PERSON: _("Contact person"),
    }
    return [
        {"title": f"{labels[ContactKind(one.kind)]}: {one.shown}", "url": one.target}
        for one in entry.contacts
    ]


def _names(terms: tuple[PublicTerm, ...]) -> str:
    return ", ".join(term.name for term in terms)


def _index(
    entries: Sequence[Published], words: Callable[[Published], tuple[PublicTerm, ...]]
) -> list[dict[str, Any]]:
    """Each word of a list with the entries that have it, both by name."""
    found: dict[str, list[dict[str, str]]] = {}
    for entry in sorted(entries, key=lambda one: (one.sort_key, one.name)):
        for term in words(entry):
            found.setdefault(term.name, []).append({"key": _key(entry), "name": entry.name})
    return [{"word": word, "keys": found[word]} for word in sorted(found)]
