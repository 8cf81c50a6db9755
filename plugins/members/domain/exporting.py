"""Entries as rows for a spreadsheet: all that staff know of them, contacts without consent too.

The headers are those that an import knows again.
"""

import csv
import io
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook  # type: ignore[import-untyped]  # it has no types

from plugins.members.domain.queries import with_all
from plugins.members.enums import ContactKind, ListKind
from plugins.members.models import Organisation
from plugins.members.sheets import MARK, plain_cell


class Form(StrEnum):
    """As what it is handed out."""

    CSV = "csv"
    XLSX = "xlsx"


TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export(keys: Iterable[int], form: Form) -> bytes:
    """A file of these entries, by name; no cell in it computes anything."""
    found = with_all(Organisation.objects.filter(pk__in=keys)).prefetch_related("responsibles")
    head = [header for header, _read in _columns()]
    rows = [head, *([read(entry) for _header, read in _columns()] for entry in found)]
    plain = [[plain_cell(cell) for cell in row] for row in rows]
    return _csv(plain) if form == Form.CSV else _xlsx(plain)


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return (MARK + out.getvalue()).encode()


def _xlsx(rows: list[list[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


Read = Callable[[Any], str]


def _columns() -> list[tuple[str, Read]]:
    return [
        (_("Number"), lambda one: one.import_key or ""),
        (_("Name of the organisation"), lambda one: one.name),
        (_("Short name"), lambda one: one.short_name),
        (_("Legal form"), lambda one: one.get_legal_form_display()),
        (_("Status"), lambda one: one.get_status_display()),
        (_("Member since"), lambda one: _day(one.member_since)),
        (_("Topics"), _terms(ListKind.TOPIC)),
        (_("Languages"), _terms(ListKind.LANGUAGE)),
        (_("Quarters"), _terms(ListKind.QUARTER)),
        (_("What it does"), _summary),
        (_("E-mail"), _contacts(ContactKind.EMAIL)),
        (_("Telephone"), _contacts(ContactKind.PHONE)),
        (_("Website"), _contacts(ContactKind.WEBSITE)),
        (_("Contact person"), _contacts(ContactKind.PERSON)),
        (_("Street"), _address("street")),
        (_("Postcode"), _address("postcode")),
        (_("Place"), _address("city")),
        (_("Responsible people"), _people),
        (_("Contacts with consent"), _allowed),
        (_("Last confirmed"), lambda one: _day(one.confirmed_on)),
        (_("Notes"), lambda one: one.notes),
    ]


def _day(day: Any) -> str:
    return day.isoformat() if day else ""


def _terms(kind: ListKind) -> Read:
    return lambda one: ", ".join(term.name for term in one.terms.all() if term.kind == kind)


def _contacts(kind: ContactKind) -> Read:
    return lambda one: ", ".join(row.value for row in one.contacts.all() if row.kind == kind)


def _address(name: str) -> Read:
    return lambda one: next((getattr(row, name) for row in one.addresses.all()), "")


def _summary(one: Any) -> str:
    return next((text.summary for text in one.texts.all() if text.language == "de"), "")


def _people(one: Any) -> str:
    return ", ".join(person.email for person in one.responsibles.all())


def _allowed(one: Any) -> str:
    return ", ".join(row.value for row in one.contacts.all() if row.places)
