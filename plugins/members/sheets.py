"""A selection as CSV: what the printed list may tell, and no cell that computes."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from plugins.members.cards import entry_url
from plugins.members.domain.published import Published
from plugins.members.enums import ContactKind
from plugins.members.models import DirectoryPage
from verbund.plugin import Tenant

# So that a spreadsheet knows that it is UTF-8.
MARK = "\ufeff"
# What would make a cell a formula, tabs and returns in front of it included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_of(entries: Iterable[Published], page: DirectoryPage, tenant: Tenant) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_head())
    for entry in entries:
        url = tenant.base_url + entry_url(page, entry.slug)
        writer.writerow([plain_cell(cell) for cell in _cells(entry, url)])
    return MARK + out.getvalue()


def plain_cell(text: str) -> str:
    """Text that a spreadsheet shows and never runs."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _head() -> list[str]:
    return [
        _("Name"),
        _("Short name"),
        _("Legal form"),
        _("What it does"),
        _("Topics"),
        _("Languages"),
        _("Quarters"),
        _("Offers"),
        _("Target groups"),
        _("E-mail"),
        _("Telephone"),
        _("Website"),
        _("Contact person"),
        _("Street"),
        _("Postcode"),
        _("Place"),
        _("Member since"),
        _("Last confirmed"),
        _("Page"),
    ]


def _cells(entry: Published, url: str) -> list[str]:
    place = entry.place
    return [
        entry.name,
        entry.short_name,
        entry.legal_form,
        entry.text.summary,
        *(
            ", ".join(one.name for one in terms)
            for terms in (
                entry.topics,
                entry.languages,
                entry.quarters,
                entry.offer_kinds,
                entry.groups,
            )
        ),
        *(_values(entry, kind) for kind in (ContactKind.EMAIL, ContactKind.PHONE)),
        *(_values(entry, kind) for kind in (ContactKind.WEBSITE, ContactKind.PERSON)),
        place.street if place else "",
        place.postcode if place else "",
        place.city if place else "",
        str(entry.member_since.year) if entry.member_since else "",
        entry.confirmed_on.isoformat() if entry.confirmed_on else "",
        url,
    ]


def _values(entry: Published, kind: ContactKind) -> str:
    return ", ".join(contact.value for contact in entry.contacts_of(kind))
