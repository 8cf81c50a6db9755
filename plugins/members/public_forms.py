"""Forms that everybody may send: guarded against machines without a third party."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.members.models import Application, Claim, ErrorReport
from verbund.plugin import BadToken, Limit, TenantSigner

STARTED = TenantSigner("members.form")
FASTEST = 3
"""Seconds: nobody types a form in less."""
LONGEST = 24 * 3600
SENT = Limit("members.form", "10/h")


def started_now() -> str:
    """What a page's form carries to say when it was shown."""
    return STARTED.sign(int(timezone.now().timestamp()))


class Guard(forms.Form):
    """A field that people do not see, and the time between page and sending."""

    use_required_attribute = False
    started = forms.CharField(widget=forms.HiddenInput, required=False)
    nickname = forms.CharField(required=False, label=_("Leave this empty"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["started"].initial = started_now
        self.fields["nickname"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    @property
    def seen_fields(self) -> list[Any]:
        return [field for field in self if field.name not in ("started", "nickname")]

    def clean(self) -> Any:
        data = super().clean()
        if self.cleaned_data.get("nickname"):
            raise ValidationError(_("This does not look like a person. Please write us a mail."))
        try:
            began = int(STARTED.read(self.cleaned_data.get("started", ""), LONGEST))
        except (BadToken, ValueError) as error:
            raise ValidationError(_("The page was open too long. Please send it again.")) from error
        if timezone.now().timestamp() - began < FASTEST:
            raise ValidationError(_("That was very fast. Please send it once more."))
        return data

    @property
    def renewed(self) -> str:
        """The time that the page carries now: what was refused can be sent again as it is."""
        if self.is_bound and not self.non_field_errors():
            return str(self.data.get("started", ""))
        return started_now()


class Agreed(Guard):
    """With the consent to keep what is typed."""

    agreed = forms.BooleanField(
        label=_("You may keep what I typed here, to answer me and to keep the directory."),
        help_text=_("Until the matter is done. How, says our page on data protection."),
    )


class ClaimForm(Agreed, forms.ModelForm):
    class Meta:
        model = Claim
        fields: ClassVar[list[str]] = ["name", "email", "role", "message"]


class ReportForm(Guard, forms.ModelForm):
    class Meta:
        model = ErrorReport
        fields: ClassVar[list[str]] = ["text", "email"]
        help_texts: ClassVar[dict[str, Any]] = {"email": _("Only if we may ask you back.")}


class ApplicationForm(Agreed, forms.ModelForm):
    class Meta:
        model = Application
        fields: ClassVar[list[str]] = ["name", "summary", "person", "email", "message"]


class SubscribeForm(Guard):
    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
