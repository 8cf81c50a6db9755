"""What staff fill in to decide: a reason, or what they offer instead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plugins.resources.domain.assigning import period_of
from plugins.resources.domain.checks import Problem, read_period
from plugins.resources.domain.offers import Change
from plugins.resources.domain.rules import Thing
from plugins.resources.domain.times import BERLIN
from plugins.resources.models import Line, Room


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason for a refusal"),
        max_length=600,
        help_text=_("The borrower reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OfferForm(forms.Form):
    """Filled with what is wanted; ``change`` is what is offered, once it is valid."""

    thing = forms.ChoiceField(label=_("What"))
    number = forms.IntegerField(label=_("How many"), min_value=1, max_value=1000)
    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}))
    opens = forms.TimeField(
        label=_("Begins at"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    closes = forms.TimeField(
        label=_("Ends at"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    change: Change

    def __init__(self, line: Line, data: Any = None) -> None:
        period = period_of(line)
        starts, ends = line.starts.astimezone(BERLIN), line.ends.astimezone(BERLIN)
        initial = {
            "thing": line.thing.pk,
            "number": line.number,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "opens": f"{starts:%H:%M}",
            "closes": f"{ends:%H:%M}",
        }
        super().__init__(data, initial=initial, auto_id=f"id_{line.pk}_%s")
        self.things = {str(one.pk): one for one in things_like(line.thing)}
        field: Any = self.fields["thing"]
        field.choices = [(key, one.name) for key, one in self.things.items()]
        if not isinstance(line.thing, Room):
            del self.fields["opens"], self.fields["closes"]
        else:
            del self.fields["number"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.errors:
            return values
        thing = self.things[values["thing"]]
        hours = (values.get("opens"), values.get("closes"))
        period = read_period(thing, values["first"], values["last"], *hours)
        if isinstance(period, Problem):
            self.add_error({"starts": "first", "ends": "last"}[period.field], period.message)
        else:
            self.change = Change(thing, period, values.get("number", 1))
        return values


def things_like(thing: Thing) -> list[Thing]:
    """The same kind, its own shelf first."""
    others = type(thing)._default_manager.filter(shown=True).exclude(pk=thing.pk)
    return [
        thing,
        *sorted(others, key=lambda one: (one.category_id != thing.category_id, one.name)),
    ]
