"""allauth's forms in the words of the house."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.utils.translation import gettext_lazy as _


class LoginForm(AllauthLoginForm):
    """Fields that browsers and password managers know; the ways out stand below the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email, password, remember = (
            self.fields[name] for name in ("login", "password", "remember")
        )
        email.label = _("E-mail address")
        email.widget = forms.EmailInput(attrs={"autocomplete": "username", "maxlength": 254})
        password.help_text = ""
        password.widget.attrs = {"autocomplete": "current-password"}
        remember.label = _("Stay logged in here for two weeks")
