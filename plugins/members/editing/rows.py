"""The steps that are rows: contacts and offers. An empty row is none; each save gives new ones."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plugins.members.domain.contacts import tidy_contact
from plugins.members.domain.flat import Flat
from plugins.members.domain.state import CONTACT_FIELDS, OFFER_FIELDS, State
from plugins.members.editing.forms import (
    Group,
    StepForm,
    consent,
    model_fields,
    places_field,
    term_choices,
    ticked,
)
from plugins.members.enums import ContactKind, ListKind
from plugins.members.models import Contact, Offer

MOST = 30
SPARE = 1


class RowsForm(StepForm):
    """A step whose fields come as often as there are rows: "0-value", "1-value" …"""

    key: ClassVar[str] = ""
    row_title: ClassVar[Any] = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    @property
    def before(self) -> list[State]:
        return list(self.values.get(self.key) or [])

    @property
    def count(self) -> int:
        """How many rows the page has: those typed, else those kept and one to fill."""
        sent = str(self.data.get("rows", "")) if self.is_bound else ""
        wanted = int(sent) if sent.isdecimal() and len(sent) < 4 else len(self.before) + SPARE
        return min(wanted, MOST)

    def build(self) -> None:
        for number in range(self.count):
            row = self.before[number] if number < len(self.before) else {}
            for name, field in self.row_fields(row).items():
                self.fields[f"{number}-{name}"] = field

    def row_fields(self, row: State) -> dict[str, Any]:
        raise NotImplementedError

    def row(self, data: dict[str, Any]) -> State:
        """A row as the entry keeps it."""
        raise NotImplementedError

    def is_empty(self, data: dict[str, Any]) -> bool:
        raise NotImplementedError

    def rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        for number in range(self.count):
            start = f"{number}-"
            data = {
                name.removeprefix(start): value
                for name, value in self.cleaned_data.items()
                if name.startswith(start)
            }
            if not self.is_empty(data):
                yield number, data

    def typed(self) -> Flat:
        return {self.key: [self.row(data) for _number, data in self.rows()]}

    @property
    def groups(self) -> list[Group]:
        return [self._group(number) for number in range(self.count)]

    def _group(self, number: int) -> Group:
        start = f"{number}-"
        fields = [self[name] for name in self.fields if name.startswith(start)]
        new = number >= len(self.before)
        title = _("One more") if new else f"{self.row_title} {number + 1}"
        return Group(str(title), fields)


class ContactsForm(RowsForm):
    """Ways to reach it, each with what may be published."""

    key = "contacts"
    row_title = _("Contact")

    def row_fields(self, row: State) -> dict[str, Any]:
        made = model_fields(Contact, ("kind", "value", "label"))
        made["kind"].initial = row.get("kind") or ContactKind.EMAIL
        made["value"].initial, made["label"].initial = row.get("value"), row.get("label")
        made["value"].required = False
        made["value"].help_text = _("Empty it, and the contact goes.")
        made["places"] = places_field(row)
        return made

    def is_empty(self, data: dict[str, Any]) -> bool:
        return not str(data.get("value") or "").strip()

    def clean(self) -> None:
        for number, data in self.rows():
            try:
                value = tidy_contact(data.get("kind", ""), data["value"])
            except ValidationError as error:
                self.add_error(f"{number}-value", error)
            else:
                self.cleaned_data[f"{number}-value"] = value

    def row(self, data: dict[str, Any]) -> State:
        known = {(one["kind"], one["value"]): one for one in self.before}
        before = known.get((data["kind"], data["value"]))
        values = {name: data[name] for name in ("kind", "value", "label")}
        row = {**values, **consent(before, data["places"], self.editor)}
        return {name: row[name] for name in CONTACT_FIELDS}


class OffersForm(RowsForm):
    """What it offers, when, and in which languages."""

    key = "offers"
    row_title = _("Offer")

    def row_fields(self, row: State) -> dict[str, Any]:
        kinds = term_choices(ListKind.OFFER, [row.get("kind", "")])
        spoken = {*self.values.get("terms.language", []), *row.get("spoken", [])}
        made: dict[str, Any] = {
            "kind": forms.ChoiceField(
                label=_("Kind"),
                choices=[("", _("Please choose")), *kinds],
                initial=row.get("kind", ""),
                required=False,
                help_text=_("Choose nothing, and the offer goes."),
            ),
            **model_fields(Offer, ("title", "when", "cost")),
        }
        for name in ("title", "when", "cost"):
            made[name].initial = row.get(name, "")
        languages = [one for one in term_choices(ListKind.LANGUAGE, spoken) if one[0] in spoken]
        if languages:
            made["spoken"] = ticked(_("Spoken languages"), languages, row.get("spoken", []))
        made["language"] = forms.CharField(
            initial=row.get("language", "de"), required=False, widget=forms.HiddenInput
        )
        return made

    def is_empty(self, data: dict[str, Any]) -> bool:
        return not (data.get("kind") or data.get("title"))

    def clean(self) -> None:
        for number, data in self.rows():
            if not data.get("kind"):
                self.add_error(f"{number}-kind", _("Choose what kind of offer it is."))

    def row(self, data: dict[str, Any]) -> State:
        values = {name: data[name] for name in OFFER_FIELDS}
        values["language"] = values["language"] or "de"
        return {"kind": data["kind"], "spoken": sorted(data.get("spoken", [])), **values}
