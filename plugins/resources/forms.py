"""What people fill in: when and what, a thing for the basket, the request, other times."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plugins.resources.domain.times import ROOM_FROM, ROOM_UNTIL
from plugins.resources.enums import Publicity
from plugins.resources.models import Category, Kit, Room, Terms
from verbund.plugin import ActingOrganisation


class _Date(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class _Time(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def date_field(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=_Date())


class DaysForm(forms.Form):
    """The days for one thing."""

    von = date_field(_("From"))
    bis = date_field(_("Until the day"))


class DatesForm(forms.Form):
    """Dates first: from, to, what kind of thing, for how many people."""

    von = date_field(_("From"))
    bis = date_field(_("Until the day"))
    was = forms.ChoiceField(label=_("What"), required=False)
    personen = forms.IntegerField(label=_("People"), required=False, min_value=1, max_value=10_000)

    def __init__(
        self,
        data: Any = None,
        *,
        categories: list[Category],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, auto_id="frei-%s", initial=initial)
        field = self.fields["was"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Show everything")), *((one.slug, one.name) for one in categories)]


class WantForm(forms.Form):
    """So many of one thing, then; rooms by the hour, kits with the parts that one chooses."""

    von = date_field(_("Fetch on"))
    bis = date_field(_("Bring back on"))
    menge = forms.IntegerField(label=_("How many"), min_value=1, max_value=1000, initial=1)

    def __init__(self, *args: Any, thing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thing = thing
        if isinstance(thing, Room):
            self._ask_for_hours()
        if isinstance(thing, Kit):
            self._ask_for_parts(thing)

    def _ask_for_hours(self) -> None:
        del self.fields["menge"]
        self.fields["von"].label = _("From")
        self.fields["bis"].label = _("Until the day")
        self.fields["ab"] = forms.TimeField(
            label=_("from o'clock"), widget=_Time(), initial=ROOM_FROM, required=False
        )
        self.fields["ende"] = forms.TimeField(
            label=_("until o'clock"), widget=_Time(), initial=ROOM_UNTIL, required=False
        )
        self.order_fields(["von", "ab", "bis", "ende"])

    def _ask_for_parts(self, kit: Kit) -> None:
        for part in kit.parts.all():
            if part.chosen:
                self.fields[f"teil_{part.pk}"] = forms.IntegerField(
                    label=part.article.name,
                    min_value=0,
                    max_value=part.number,
                    required=False,
                    initial=0,
                )

    @property
    def number(self) -> int:
        return int(self.cleaned_data.get("menge") or 1)

    @property
    def hours(self) -> tuple[dt.time | None, dt.time | None]:
        if not isinstance(self.thing, Room):
            return None, None
        return self.cleaned_data.get("ab") or ROOM_FROM, self.cleaned_data.get("ende") or ROOM_UNTIL

    @property
    def chosen(self) -> dict[str, int]:
        values = self.cleaned_data.items()
        return {
            name.removeprefix("teil_"): value for name, value in values if "teil_" in name and value
        }


class AskForm(forms.Form):
    """The request itself: for what, for whom, under which terms."""

    anlass = forms.CharField(
        label=_("What do you plan?"),
        max_length=300,
        help_text=_("For example: a neighbourhood party with a stage, about 150 guests, outdoors."),
    )
    personen = forms.IntegerField(
        label=_("People expected"), required=False, min_value=1, max_value=100_000
    )
    oeffentlich = forms.ChoiceField(label=_("How public is it?"), choices=Publicity.choices)
    verein = forms.ChoiceField(label=_("For which organisation?"), required=False)
    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("Your e-mail address"))
    gruppe = forms.CharField(label=_("Organisation or group"), max_length=150, required=False)
    telefon = forms.CharField(label=_("Phone on the day"), max_length=40, required=False)
    bemerkung = forms.CharField(
        label=_("Anything else?"),
        max_length=1500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    warten = forms.BooleanField(
        label=_("Put on the waiting list what is gone meanwhile."), required=False
    )
    regeln = forms.BooleanField(label=_("We have read the terms of lending and keep to them."))
    schluessel = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        is_member: bool,
        organisations: list[ActingOrganisation],
        terms: Terms | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["schluessel"].initial = uuid.uuid4()
        field = self.fields["verein"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.key, one.name) for one in organisations]
        if not organisations:
            del self.fields["verein"]
        if is_member:
            del self.fields["email"], self.fields["name"]
        if organisations:
            del self.fields["gruppe"]
        if terms is None:
            del self.fields["regeln"]
        for name, token in (("name", "name"), ("email", "email"), ("telefon", "tel")):
            if name in self.fields:
                self.fields[name].widget.attrs["autocomplete"] = token
