"""The form in which admins make a key: for what, and for how long."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from verbund.api.models import ApiKey
from verbund.plugin.gate import active

# Days → words. No key without an end: forgotten ones would be good for ever.
LIFETIMES = {30: _("30 days"), 90: _("3 months"), 365: _("1 year"), 730: _("2 years")}


class NewKeyForm(forms.ModelForm):
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one: without it the key opens nothing.")},
    )
    days = forms.TypedChoiceField(
        label=_("How long it holds"), choices=list(LIFETIMES.items()), coerce=int, initial=365
    )

    class Meta:
        model = ApiKey
        fields: ClassVar[tuple[str, ...]] = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scopes = active("api_scopes")
        self.fields["scopes"].choices = [(one.name, one.label) for one in scopes]  # type: ignore[attr-defined]  # a MultipleChoiceField
