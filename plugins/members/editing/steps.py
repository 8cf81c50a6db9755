"""The steps of the form, in their order."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from plugins.members.editing.forms import StepForm
from plugins.members.editing.rows import ContactsForm, OffersForm
from plugins.members.editing.simple import (
    AboutForm,
    ListsForm,
    LogoForm,
    PlaceForm,
    TranslationsForm,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Step:
    """``slug`` stands in the address; ``more``: whether saving may ask for one more row."""

    slug: str
    label: "StrOrPromise"
    form: type[StepForm]
    hint: "StrOrPromise" = ""
    more: bool = False


STEPS = (
    Step("was", _("What you do"), AboutForm),
    Step(
        "themen",
        _("Topics and languages"),
        ListsForm,
        _("By these people find you. Tick what is really true: less is more."),
    ),
    Step("angebote", _("Offers"), OffersForm, _("What can people come to?"), more=True),
    Step(
        "kontakt",
        _("Contact"),
        ContactsForm,
        _("For each of them you say where it may be published."),
        more=True,
    ),
    Step("ort", _("Place"), PlaceForm),
    Step("logo", _("Logo"), LogoForm),
    Step(
        "sprachen",
        _("Other languages"),
        TranslationsForm,
        _("All of it may stay empty; readers then see the German text."),
    ),
)
REVIEW = "pruefen"


def step_named(slug: str) -> Step | None:
    return next((step for step in STEPS if step.slug == slug), None)


def after(step: Step) -> str:
    """The slug of what comes next."""
    place = STEPS.index(step) + 1
    return STEPS[place].slug if place < len(STEPS) else REVIEW
