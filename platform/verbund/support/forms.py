"""Where an operator says which site she wants to help, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verbund.support.domain.logins import enterable
from verbund.tenancy.models import Tenant

SHORTEST_REASON = 10


class HandOverForm(forms.Form):
    """The reason is read by the site's admins."""

    required_css_class = "required"
    site = forms.ModelChoiceField(
        queryset=Tenant.objects.none(), label=_("Site"), empty_label=_("Choose a site")
    )
    reason = forms.CharField(
        label=_("Reason"),
        min_length=SHORTEST_REASON,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Stands in the site's log and in the mail to its admins: who asked for help, with what."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        site: Any = self.fields["site"]
        site.queryset = enterable()
