"""A form a step. Whatever it takes, the rules of the tenant file say at once what is wrong."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verbund.onboarding.domain.answers import (
    SAMPLE,
    Answers,
    problems_in_part,
    proposed_domain,
    proposed_schema,
)
from verbund.onboarding.models import SiteDraft
from verbund.onboarding.profile_fields import legal_fields
from verbund.plugin.gate import plugins
from verbund.plugin.settings_form import field_for
from verbund.tenancy.enums import AddressForm, TenantKind
from verbund.tenancy.models import Network
from verbund.tenancy.names import normalise_host
from verbund.theming.registry import palettes, themes


class StepForm(forms.Form):
    """``owns`` are the keys, or their beginnings, whose problems this step shows."""

    owns: tuple[str, ...] = ()

    def __init__(self, draft: SiteDraft, base: str, data: Any = None) -> None:
        super().__init__(data, initial=draft.answers)
        self.draft, self.base = draft, base
        self.add_fields()

    def add_fields(self) -> None:
        """For fields that depend on what the installation has."""

    def answers(self) -> dict[str, Any]:
        """What was typed, as JSON."""
        return {
            key: value.isoformat() if hasattr(value, "isoformat") else value
            for key, value in self.cleaned_data.items()
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            for problem in problems_in_part(self.answers()):
                self._add(problem.key, problem.message)
        return data

    def _add(self, key: str, message: str) -> None:
        """At its field; in the list on top where the key has none."""
        name = key.partition("[")[0].replace("plugins.", "settings.").replace(".settings.", ".")
        if name in self.fields:
            self.add_error(name, message)
        elif key.startswith(self.owns):
            self.add_error(None, f"{key}: {message}")


class CityForm(StepForm):
    owns = ("name", "association", "schema", "domains")
    name = forms.CharField(label=_("City"), help_text=_("Short, as in “Dortmund”."))
    association = forms.CharField(label=_("Association"), help_text=_("Its full name."))
    schema = forms.CharField(
        label=_("Short name for the database"),
        required=False,
        help_text=_("a to z, digits and _. It never changes. Empty: made from the name."),
    )
    domains = forms.CharField(label=_("Address"), required=False)

    def add_fields(self) -> None:
        text = _("Below %s. Empty: made from the name. Its own domain is added later, with proof.")
        self.fields["domains"].help_text = text % self.base

    def clean(self) -> dict[str, Any]:
        name = self.cleaned_data.get("name", "")
        if name and not self.cleaned_data.get("schema"):
            self.cleaned_data["schema"] = proposed_schema(name)
        if "domains" in self.cleaned_data:
            typed = normalise_host(self.cleaned_data["domains"]) or self.cleaned_data["domains"]
            self.cleaned_data["domains"] = typed or proposed_domain(name, self.base)
        data = super().clean()
        domain = self.cleaned_data.get("domains", "")
        if domain and not domain.endswith(f".{self.base}"):
            text = _("“%(domain)s” is not below %(base)s. Its own domain is added later.")
            self.add_error("domains", text % {"domain": domain, "base": self.base})
        return data


class LookForm(StepForm):
    owns = ("theme", "brand")
    theme = forms.ChoiceField(label=_("Theme"))

    def add_fields(self) -> None:
        field: Any = self.fields["theme"]
        field.choices = [(name, name) for name in sorted(themes())]
        field.initial = SAMPLE["theme"]
        names = [("", _("that of the theme")), *((name, name) for name in sorted(palettes()))]
        short, claim = _("Short name"), _("Claim")
        self.fields |= {
            "brand.palette": forms.ChoiceField(
                label=_("Colours and pattern"), choices=names, required=False
            ),
            "brand.accent": forms.CharField(
                label=_("Own accent colour"),
                required=False,
                help_text=_("Like #0d525c. Its contrast is checked by day and by night."),
            ),
            "brand.short_name": forms.CharField(label=short, required=False, max_length=40),
            "brand.claim": forms.CharField(label=claim, required=False, max_length=120),
        }


class ContentForm(StepForm):
    owns = ("languages", "address_form", "plugins")
    address_form = forms.ChoiceField(label=_("How readers are addressed"), choices=AddressForm)

    def add_fields(self) -> None:
        others = [one for one in settings.LANGUAGES if one[0] != settings.LANGUAGE_CODE]
        found = [one for one in plugins() if TenantKind.CITY.value in one.kinds]
        boxes = forms.CheckboxSelectMultiple
        self.fields |= {
            "languages": forms.MultipleChoiceField(
                label=_("Languages beside German"), choices=others, required=False, widget=boxes
            ),
            "plugins": forms.MultipleChoiceField(
                label=_("Extensions"),
                choices=[(one.label, one.title or one.label) for one in found],
                required=False,
                widget=boxes,
                help_text=_("Each brings the pages and texts that it begins with."),
            ),
        }
        for config in found:
            for name, info in config.settings_model.model_fields.items():
                field = field_for(name, info)
                field.label = f"{config.title}: {field.label}"
                field.required = False
                field.initial = info.get_default(call_default_factory=True)
                self.fields[f"settings.{config.label}.{name}"] = field
        self.initial = {**self.initial, "languages": self.initial.get("languages", [])[1:]}

    def answers(self) -> dict[str, Any]:
        """German leads; settings of what is off, and empty ones, are left out."""
        found = super().answers()
        chosen = tuple(f"settings.{label}." for label in found["plugins"])
        found["languages"] = [settings.LANGUAGE_CODE, *found["languages"]]
        return {
            key: value
            for key, value in found.items()
            if not key.startswith("settings.") or (key.startswith(chosen) and value is not None)
        }


class LegalForm(StepForm):
    owns = ("legal", "contact")

    def add_fields(self) -> None:
        self.fields |= legal_fields()


class NetworkForm(StepForm):
    owns = ("network",)

    def add_fields(self) -> None:
        found = Network.objects.select_related("tenant").order_by("title")
        choices = [("", _("none")), *((one.tenant.schema_name, one.title) for one in found)]
        date = forms.DateInput(attrs={"type": "date"})
        self.fields |= {
            "network.network": forms.ChoiceField(
                label=_("Network"), choices=choices, required=False
            ),
            "network.joined": forms.DateField(
                label=_("Member since"), required=False, widget=date, initial=timezone.localdate
            ),
            "network.focus": forms.CharField(label=_("Focus"), required=False, max_length=200),
        }


class AdminForm(StepForm):
    owns = ("admin",)

    def add_fields(self) -> None:
        text = _("Gets a mail with a link when the site is made, and looks after it from then on.")
        self.fields |= {
            "admin.email": forms.CharField(label=_("E-mail address"), help_text=text),
            "admin.first_name": forms.CharField(label=_("First name"), required=False),
            "admin.last_name": forms.CharField(label=_("Last name"), required=False),
        }


def missing(answers: Answers, form: type[StepForm]) -> bool:
    """Whether nobody has been at this step yet."""
    return not any(key.startswith(form.owns) for key in answers)
