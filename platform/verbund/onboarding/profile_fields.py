"""Fields for the legal profile and the contact of an association, named by the keys of the file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from pydantic import BaseModel

from verbund.tenancy.recipe import Contact, Legal

LONG = frozenset({"access", "tax_note", "dispute_note", "data_protection_authority"})
LISTS = frozenset({"accessibility_gaps", "opening_hours"})
LABELS: dict[str, StrOrPromise] = {
    "name": _("Name"),
    "legal_form": _("Legal form"),
    "register_court": _("Court of the register"),
    "register_number": _("Number in the register"),
    "tax_note": _("Note on taxes"),
    "represented_by": _("Represented by"),
    "responsible_for_content": _("Responsible for the content"),
    "supervisory_authority": _("Supervisory authority"),
    "data_protection_authority": _("Authority for data protection"),
    "data_protection_authority_url": _("Its address on the web"),
    "data_protection_officer": _("Officer for data protection"),
    "data_protection_email": _("E-mail for data protection"),
    "enforcement_body": _("Body that enforces accessibility"),
    "enforcement_body_url": _("Its web address"),
    "accessibility_email": _("E-mail for barriers"),
    "accessibility_tested": _("Accessibility last tested on"),
    "dispute_note": _("Note on settling disputes"),
    "street": _("Street and number"),
    "postcode": _("Postcode"),
    "city": _("City"),
    "building": _("Building"),
    "phone": _("Phone"),
    "email": _("E-mail address"),
    "press_email": _("E-mail for the press"),
    "press_phone": _("Phone for the press"),
    "access": _("Way in and accessibility of the office"),
}


def fields_of(model: type[BaseModel], prefix: str) -> dict[str, forms.Field]:
    """A field for each key of a table of the tenant file; its rules check the values."""
    return {
        f"{prefix}.{name}": _field(name, info.is_required())
        for name, info in model.model_fields.items()
        if name not in LISTS
    }


def _field(name: str, required: bool) -> forms.Field:
    words: dict[str, Any] = {"label": LABELS[name], "required": required}
    if name == "accessibility_tested":
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **words)
    if name in LONG:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 2}), **words)
    return forms.CharField(**words)


def legal_fields() -> dict[str, forms.Field]:
    return fields_of(Legal, "legal") | fields_of(Contact, "contact")
