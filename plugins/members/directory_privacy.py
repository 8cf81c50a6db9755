"""What entries hold of people: contacts, who acts for them, history, lists of offices."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.members.domain.forgetting import forget_in_history, in_history
from plugins.members.domain.recording import recorded
from plugins.members.enums import ChangeWay, ContactKind
from plugins.members.models import Contact, Import, ImportRow, Organisation, Responsible
from verbund.plugin import Erasure, Kept, PersonalData, PersonalRecord, Retention

IMPORTS_KEPT = 180


def _contacts(email: str) -> "QuerySet[Contact]":
    return Contact.objects.filter(kind=ContactKind.EMAIL, value__iexact=email).select_related(
        "organisation"
    )


def _people(email: str) -> "QuerySet[Responsible]":
    return Responsible.objects.filter(email__iexact=email).select_related("organisation")


def _rows(email: str) -> "QuerySet[ImportRow]":
    """Lines of lists in which the address stands; small letters as they may be written."""
    likely = ImportRow.objects.filter(cells__icontains=email).select_related("of")
    keys = [row.pk for row in likely if any(_names(cell, email) for cell in row.cells)]
    return ImportRow.objects.filter(pk__in=keys).select_related("of")


def _names(cell: str, email: str) -> bool:
    return email in cell.lower().replace(",", " ").replace(";", " ").split()


def export(email: str) -> Iterator[PersonalRecord]:
    for person in _people(email):
        data = {
            str(_("organisation")): person.organisation.name,
            str(_("name")): person.name,
            str(_("since")): person.since,
        }
        yield PersonalRecord(_("Acts for an organisation"), data)
    for contact in _contacts(email):
        data = {
            str(_("organisation")): contact.organisation.name,
            str(_("value")): contact.value,
            str(_("published")): sorted(str(place.label) for place in contact.places),
            str(_("consent by")): contact.consent_by,
            str(_("consent on")): contact.consent_on,
        }
        yield PersonalRecord(_("Contact of an organisation"), data)
    for row in _rows(email):
        data = {
            str(_("file")): row.of.file_name,
            str(_("line")): row.line,
            str(_("value")): row.cells,
        }
        yield PersonalRecord(_("Line of an imported list"), data)
    for change in in_history(email):
        data = {str(_("organisation")): change.organisation.name, str(_("when")): change.at}
        yield PersonalRecord(_("Line of a history"), data)


@transaction.atomic
def erase(email: str, dry_run: bool) -> Erasure:
    gone: list[Any] = []
    people, contacts = list(_people(email)), list(_contacts(email))
    names = {one.name for one in people if one.name}
    if people:
        gone.append(_("May act for an organisation"))
    if contacts:
        gone.append(_("Contacts of organisations"))
    kept = tuple(Kept(one.organisation.name, _KEPT) for one in contacts)
    if _rows(email):
        gone.append(_("Lines of imported lists"))
    if in_history(email):
        gone.append(_("Name and address in histories"))
    if not dry_run:
        _take_out([*people, *contacts])
        _rows(email).delete()
        forget_in_history(email, names)
    return Erasure(tuple(gone), kept)


_KEPT = _("The entry of the organisation stays; only the address is taken out of it.")


def _take_out(rows: list[Any]) -> None:
    """Through the entry, so that pages, lists and the search hear of it."""
    for organisation in Organisation.objects.filter(pk__in={row.organisation_id for row in rows}):
        with recorded(organisation, ChangeWay.ADMIN, str(_("Data protection"))):
            for row in rows:
                if row.organisation_id == organisation.pk:
                    type(row)._base_manager.filter(pk=row.pk).delete()


def _old_imports() -> "QuerySet[Import]":
    before = timezone.now() - timedelta(days=IMPORTS_KEPT)
    return Import.objects.filter(changed_at__lt=before)


personal_data = (PersonalData("members", _("Directory"), export, erase, order=60),)
retentions = (
    Retention(
        "members_imports",
        _("Imported lists, line by line"),
        IMPORTS_KEPT,
        _("So that an import can be taken back. The entries stay."),
        lambda: _old_imports().count(),
        lambda: _old_imports().delete()[0],
        order=60,
    ),
)
