"""Forms of the member area."""

from django import forms
from django.utils.translation import gettext_lazy as _

from verbund.member_area.models import MemberAccount


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Number from the mail"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class NameForm(forms.ModelForm):
    class Meta:
        model = MemberAccount
        fields = ("name",)
        labels = {"name": _("Your name")}
        help_texts = {"name": _("So that others know who has changed something.")}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class NewEmailForm(forms.Form):
    email = forms.EmailField(
        label=_("New e-mail address"),
        help_text=_("We send a link there. Until it is opened, the old address stays."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class LeaveForm(forms.Form):
    sure = forms.BooleanField(label=_("Yes, delete my account"))
