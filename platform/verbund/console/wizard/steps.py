"""The steps of the form for a new city, in their order."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from verbund.console.wizard.forms import (
    AdminForm,
    CityForm,
    ContentForm,
    LegalForm,
    LookForm,
    NetworkForm,
    StepForm,
)


@dataclass(frozen=True)
class Step:
    """``name`` is its word in the address."""

    name: str
    title: StrOrPromise
    form: type[StepForm]


STEPS = (
    Step("stadt", _("City and association"), CityForm),
    Step("aussehen", _("Look"), LookForm),
    Step("inhalt", _("Languages and extensions"), ContentForm),
    Step("recht", _("Legal profile and contact"), LegalForm),
    Step("netzwerk", _("Network"), NetworkForm),
    Step("person", _("First person"), AdminForm),
)


def step_named(name: str) -> Step | None:
    return next((step for step in STEPS if step.name == name), None)


def step_after(step: Step) -> Step | None:
    """None after the last: then everything is looked at once more."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None
