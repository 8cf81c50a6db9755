"""Whose data."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Of the person who asks what you hold of her, or wants to be forgotten."),
    )


class SureForm(AddressForm):
    email = forms.EmailField(widget=forms.HiddenInput)
    sure = forms.BooleanField(
        label=_("Yes, erase this for good. I have made sure that it is she who asks.")
    )
