"""Forms of staff: accounts that admins keep, and a forgotten password."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from verbund.accounts.domain.people import Reach, is_last_admin
from verbund.accounts.models import User
from verbund.accounts.roles import Role


class StaffForm(forms.ModelForm):
    """Address, name, roles, and whether the account is in use; passwords are their owners' alone.

    Nobody locks herself or everybody out.
    """

    required_css_class = "required"

    class Meta:
        model = User
        fields: ClassVar[tuple[str, ...]] = (
            "email",
            "first_name",
            "last_name",
            "groups",
            "is_active",
        )
        labels = {"groups": _("Roles")}
        help_texts = {
            "email": _("She logs in with it, and mails go there."),
            "groups": _("What she may do here. You can give the roles whose rights you have."),
            "is_active": _("Without the tick she can't log in; what she wrote stays."),
        }
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, actor: User, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = Reach(actor).roles()  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
        self.fields["groups"].required = True
        for name in ("first_name", "last_name"):
            self.fields[name].required = True
        if editing_self:
            del self.fields["is_active"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Somebody has this e-mail address already."))
        return email

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        roles = {group.name for group in data.get("groups", ())}
        stays = Role.ADMIN.value in roles and data.get("is_active", True)
        if not stays and is_last_admin(self.instance):
            raise ValidationError(
                _("This is the last account that looks after the site. Give another one first.")
            )
        return data
