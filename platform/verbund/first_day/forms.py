"""The association's profile, as its admins fill it in."""

from typing import Any

from django import forms

from verbund.onboarding.domain.answers import problems_in_part
from verbund.onboarding.profile_fields import legal_fields
from verbund.tenancy.models import Tenant


class ProfileForm(forms.Form):
    """Fields are named by the keys of the tenant file, whose rules check them."""

    required_css_class = "required"

    def __init__(self, tenant: Tenant, data: Any = None) -> None:
        initial = {f"legal.{key}": value for key, value in tenant.legal.items()}
        initial |= {f"contact.{key}": value for key, value in tenant.contact.items()}
        super().__init__(data, initial=initial)
        self.fields |= legal_fields()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            for problem in problems_in_part(self.answers()):
                self.add_error(problem.key if problem.key in self.fields else None, problem.message)
        return data

    def answers(self) -> dict[str, Any]:
        """As JSON."""
        return {
            key: value.isoformat() if hasattr(value, "isoformat") else value or ""
            for key, value in self.cleaned_data.items()
        }

    def part(self, table: str) -> dict[str, Any]:
        """The values of one table of the file ("legal")."""
        start = f"{table}."
        return {
            key.removeprefix(start): value
            for key, value in self.answers().items()
            if key.startswith(start)
        }
