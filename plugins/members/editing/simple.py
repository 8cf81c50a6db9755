"""The steps that are plain fields: what it does, lists, place, logo, other languages."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from plugins.members.domain.differences import LISTS
from plugins.members.domain.flat import OWN_LISTS, Flat
from plugins.members.domain.state import ADDRESS_FIELDS
from plugins.members.editing.forms import (
    Group,
    StepForm,
    consent,
    model_fields,
    other_languages,
    places_field,
    term_choices,
    ticked,
)
from plugins.members.enums import ListKind, Precision
from plugins.members.models import Address, Organisation, Text
from verbund.plugin import Image, PictureField, current_tenant

GERMAN = settings.LANGUAGE_CODE
NAMES = (
    "name",
    "short_name",
    "native_name",
    "native_language",
    "legal_form",
    "register_court",
    "register_number",
    "founded",
)
TEXTS = ("summary", "description", "for_whom")
PLACE_TEXTS = ("opening_hours", "access")


class AboutForm(StepForm):
    """Who it is and what it does, in German."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (*NAMES, *(f"texts.{GERMAN}.{name}" for name in TEXTS))

    def build(self) -> None:
        found = {**model_fields(Text, TEXTS), **model_fields(Organisation, NAMES)}
        found["summary"].required = True
        languages = term_choices(ListKind.LANGUAGE, [self.values["native_language"] or ""])
        found["native_language"] = forms.ChoiceField(
            label=found["native_language"].label,
            choices=[("", "–"), *languages],
            required=False,
        )
        for name, field in found.items():
            key = f"texts.{GERMAN}.{name}" if name in TEXTS else name
            field.initial = self.values.get(key)
            self.fields[name] = field

    @property
    def groups(self) -> list[Group]:
        first = ("name", *TEXTS)
        rest = [name for name in self.fields if name not in first]
        return [
            Group("", [self[name] for name in first]),
            Group(str(_("More about the organisation")), [self[name] for name in rest]),
        ]

    def typed(self) -> Flat:
        data = self.cleaned_data
        texts = {f"texts.{GERMAN}.{name}": data[name] for name in TEXTS}
        return texts | {name: data[name] for name in NAMES}


class ListsForm(StepForm):
    """Topics, languages, quarters: what the entry is found by."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (*(f"terms.{kind.value}" for kind in OWN_LISTS), "open_to_partners")

    def build(self) -> None:
        for kind in OWN_LISTS:
            chosen = self.values.get(f"terms.{kind.value}", [])
            choices = term_choices(kind, chosen)
            if choices:
                self.fields[kind.value] = ticked(LISTS[kind.value], choices, chosen)
        self.fields["open_to_partners"] = forms.BooleanField(
            label=_("We are open to partners for common plans"),
            required=False,
            initial=self.values["open_to_partners"],
            help_text=_("Other members may find you when they look for partners."),
        )

    @property
    def groups(self) -> list[Group]:
        lists = [name for name in self.fields if name != "open_to_partners"]
        found = [self._folded(name) for name in lists]
        return [*found, Group(str(_("Partners")), [self["open_to_partners"]])]

    def _folded(self, name: str) -> Group:
        chosen = self[name].value() or []
        count = ngettext("%d chosen", "%d chosen", len(chosen)) % len(chosen)
        return Group(f"{self[name].label} ({count})", [self[name]], folded=True)

    def typed(self) -> Flat:
        data = self.cleaned_data
        lists = {f"terms.{kind.value}": sorted(data.get(kind.value, [])) for kind in OWN_LISTS}
        return {**lists, "open_to_partners": data["open_to_partners"]}


class PlaceForm(StepForm):
    """Where it is, and how much of that is told."""

    names = ("street", "postcode", "city", "note", "precision")

    @property
    def keys(self) -> tuple[str, ...]:
        return ("address", *(f"texts.{GERMAN}.{name}" for name in PLACE_TEXTS))

    @property
    def before(self) -> dict[str, Any]:
        return self.values.get("address") or {}

    def build(self) -> None:
        for name, field in model_fields(Address, self.names).items():
            field.initial = self.before.get(name) or field.initial
            self.fields[name] = field
        self.fields["places"] = places_field(self.before)
        for name, field in model_fields(Text, PLACE_TEXTS).items():
            field.initial = self.values.get(f"texts.{GERMAN}.{name}")
            self.fields[name] = field

    def typed(self) -> Flat:
        data = self.cleaned_data
        texts = {f"texts.{GERMAN}.{name}": data[name] for name in PLACE_TEXTS}
        return {"address": self._address(), **texts}

    def _address(self) -> dict[str, Any] | None:
        data = self.cleaned_data
        values = {name: data[name] for name in self.names}
        if not any(values[name] for name in self.names[:4]) and (
            values["precision"] == Precision.FULL
        ):
            return None
        stays = all(self.before.get(name, "") == values[name] for name in self.names)
        address = {**values, **consent(self.before if stays else None, data["places"], self.editor)}
        return {name: address[name] for name in ADDRESS_FIELDS}


class LogoForm(StepForm):
    """A picture, or none."""

    fixed_keys = ("logo",)

    def build(self) -> None:
        self.fields["file"] = PictureField(
            label=_("Choose a picture"),
            required=False,
            help_text=_("JPG, PNG or WebP, at most 10 MB. No SVG."),
            widget=forms.FileInput(attrs={"accept": "image/*"}),
        )
        self.fields["alt"] = forms.CharField(
            label=_("What is on it?"),
            max_length=200,
            required=False,
            help_text=_("One sentence for people who do not see the picture."),
        )
        if self.values.get("logo"):
            self.fields["remove"] = forms.BooleanField(
                label=_("Take the logo off the entry"), required=False
            )

    @property
    def picture(self) -> Any:
        """The one of now."""
        return Image.objects.filter(pk=self.values.get("logo") or 0).first()

    def typed(self) -> Flat:
        data = self.cleaned_data
        if data.get("file"):
            return {"logo": self._kept(data["file"]).pk}
        return {"logo": None if data.get("remove") else self.values.get("logo")}

    def _kept(self, file: Any) -> Any:
        name = str(self.values["name"])
        image = Image(
            title=f"Logo {name}"[:255],
            description=self.cleaned_data["alt"] or f"Logo: {name}"[:200],
            credit=name[:100],
            file=file,
        )
        image.save()
        return image


class TranslationsForm(StepForm):
    """The same texts in the other languages of the site."""

    @property
    def languages(self) -> list[tuple[str, str]]:
        return list(other_languages(current_tenant().languages))

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(f"texts.{code}.{name}" for code, _label in self.languages for name in TEXTS)

    def build(self) -> None:
        for code, label in self.languages:
            for name, field in model_fields(Text, TEXTS).items():
                field.initial = self.values.get(f"texts.{code}.{name}")
                field.label = f"{field.label} ({label})"
                field.widget.attrs["lang"] = code
                self.fields[f"{code}-{name}"] = field

    @property
    def groups(self) -> list[Group]:
        return [
            Group(label, [self[f"{code}-{name}"] for name in TEXTS], folded=True)
            for code, label in self.languages
        ]

    def typed(self) -> Flat:
        return {
            f"texts.{code}.{name}": self.cleaned_data[f"{code}-{name}"]
            for code, _label in self.languages
            for name in TEXTS
        }
