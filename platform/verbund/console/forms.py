"""Forms of the console; each knows the site that it is about."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verbund.plugin.gate import plugins
from verbund.tenancy.domain.life import GIGABYTE
from verbund.tenancy.models import Tenant

NOTE_HELP = _("Visitors read it. In German, in one or two sentences.")


class SuspendForm(forms.Form):
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NOTE_HELP,
    )


class NameForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=100)
    association = forms.CharField(label=_("Association"), max_length=200)


class QuotaForm(forms.Form):
    gigabytes = forms.DecimalField(
        label=_("Gigabytes"),
        required=False,
        min_value=0,
        max_value=10_000,
        decimal_places=1,
        help_text=_("Empty: as much as there is."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["size"] = int((data.get("gigabytes") or 0) * GIGABYTE) or None
        return data


class TestForm(forms.Form):
    is_test = forms.BooleanField(label=_("This site is a test"), required=False)


class MaintenanceForm(forms.Form):
    on = forms.BooleanField(label=_("Maintenance is on"), required=False)
    note = SuspendForm.base_fields["note"]


class PluginForm(forms.Form):
    plugin = forms.ChoiceField(label=_("Extension"))
    on = forms.BooleanField(label=_("It is on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["plugin"]
        field.choices = [(config.label, config.title or config.label) for config in plugins()]


class DeleteForm(forms.Form):
    typed = forms.CharField(
        label=_("Name of the site"),
        help_text=_("Type it as it is written, so that it is the right one."),
    )


class DomainForm(forms.Form):
    domain = forms.CharField(
        label=_("Domain"), max_length=253, help_text=_("Without www. and without a path.")
    )


def initial_of(tenant: Tenant) -> dict[str, Any]:
    """What the forms show before anybody has typed."""
    return {
        "note": tenant.maintenance_note or tenant.status_note,
        "name": tenant.name,
        "association": tenant.association,
        "gigabytes": round(tenant.quota / GIGABYTE, 1) if tenant.quota else None,
        "is_test": tenant.is_test,
        "on": tenant.maintenance,
    }
