"""Forms of invitations: whom an admin asks, and what the invited person enters."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import password_validators_help_texts
from django.contrib.auth.password_validation import validate_password as check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from verbund.accounts.domain.people import Reach
from verbund.accounts.models import Invitation, User
from verbund.accounts.roles_list import description_of


class RoleField(forms.ModelChoiceField):
    """Roles with what they mean."""

    def label_from_instance(self, obj: Any) -> str:
        description = description_of(obj.name)
        return f"{obj.name} – {description}" if description else obj.name


class InviteForm(forms.Form):
    """Whom, and to what; a role whose rights the inviter lacks is not offered."""

    required_css_class = "required"
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation goes there. Later the person logs in with it."),
    )
    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    role = RoleField(
        queryset=Group.objects.none(),
        label=_("Role"),
        empty_label=None,
        widget=forms.RadioSelect,
        help_text=_("You can give the roles whose rights you have yourself."),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles: Any = self.fields["role"]
        roles.queryset = Reach(actor).roles()


class AcceptForm(forms.Form):
    """Name and password of somebody who was invited; her address stands fixed."""

    email = forms.EmailField(label=_("E-mail address"), disabled=True)
    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150)
    password = forms.CharField(label=_("Password"), strip=False)
    again = forms.CharField(label=_("Password once more"), strip=False)

    def __init__(self, data: Any = None, *, invitation: Invitation) -> None:
        names = {name: getattr(invitation, name) for name in ("email", "first_name", "last_name")}
        super().__init__(data, initial=names)
        for name, autocomplete in (
            ("email", "username"),
            ("first_name", "given-name"),
            ("last_name", "family-name"),
        ):
            self.fields[name].widget.attrs["autocomplete"] = autocomplete
        for name in ("password", "again"):
            self.fields[name].widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        password, again = data.get("password"), data.get("again")
        if password and again and password != again:
            self.add_error("again", _("The two passwords differ."))
        if password:
            self._check(password, data)
        return data

    def _check(self, password: str, data: dict[str, Any]) -> None:
        known = {name: data.get(name, "") for name in ("email", "first_name", "last_name")}
        try:
            check_password(password, User(**known))
        except ValidationError as error:
            self.add_error("password", error)
