"""What the steps of the form share: values by field go in, values by field come out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.db.models import Q
from django.forms.boundfield import BoundField
from django.forms.models import fields_for_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.members.domain.flat import Flat
from plugins.members.domain.proposals import Editor
from plugins.members.domain.state import State
from plugins.members.enums import ConsentWay, ListKind, Where
from plugins.members.models import Term

TICKS = {Where.WEB: "on_web", Where.LIST: "in_list", Where.NETWORK: "in_network"}
WHERE_HELP = _("Without a tick only we see it.")
Choices = list[tuple[str, str]]


@dataclass
class Group:
    """Fields that belong together, under a heading of their own."""

    title: str
    fields: list[BoundField]
    folded: bool = False
    hint: str = ""
    content: Any = field(default=None)


class StepForm(forms.Form):
    """A step: ``values`` holds the whole entry by field, `typed` gives this step's fields back."""

    fixed_keys: ClassVar[tuple[str, ...]] = ()
    use_required_attribute = False

    def __init__(self, values: Flat, editor: Editor, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.values, self.editor = values, editor
        self.build()

    def build(self) -> None:
        """Adds the fields, with their initial values."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Which fields of the entry this step is about."""
        return self.fixed_keys

    def typed(self) -> Flat:
        """What was typed, by field; of a valid form alone."""
        raise NotImplementedError

    @property
    def groups(self) -> list[Group]:
        return [Group("", [self[name] for name in self.fields])]

    def shown(self, values: Flat) -> Flat:
        """Of these values the ones that this step shows."""
        return {key: values.get(key) for key in self.keys}


def model_fields(model: Any, names: Iterable[str]) -> dict[str, Any]:
    """Form fields of a model's fields, with its labels, hints and limits."""
    found = fields_for_model(model, fields=list(names))
    return {name: one for name, one in found.items() if one is not None}


def term_choices(kind: ListKind, chosen: Iterable[str]) -> Choices:
    """The words of a list that are still offered, and those that the entry has."""
    wanted = Q(retired=False) | Q(slug__in=list(chosen))
    terms = Term.objects.filter(wanted, kind=kind).order_by("sort_key")
    return [(term.slug, _named(term)) for term in terms]


def _named(term: Term) -> str:
    own = term.native_name
    return f"{term.name} ({own})" if own and own != term.name else term.name


def ticked(label: Any, choices: Choices, initial: Iterable[str], hint: Any = "") -> Any:
    """Boxes to tick; none has to be."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        initial=list(initial),
        required=False,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
    )


def places_field(row: State) -> Any:
    """Where something may be published."""
    places = [where.value for where, tick in TICKS.items() if row.get(tick)]
    choices = [(where.value, str(where.label)) for where in Where]
    return ticked(_("May be published"), choices, places, WHERE_HELP)


def consent(before: State | None, places: Iterable[str], editor: Editor) -> State:
    """The consent that ticks say; one that stays as it was keeps who gave it and when."""
    ticks = {tick: where.value in set(places) for where, tick in TICKS.items()}
    if before is not None and all(before.get(tick) == value for tick, value in ticks.items()):
        kept = {name: before.get(name) for name in ("consent_by", "consent_on", "consent_way")}
        return {**ticks, **kept}
    if not any(ticks.values()):
        return {**ticks, "consent_by": "", "consent_on": None, "consent_way": ""}
    given = {
        "consent_by": str(editor)[:120],
        "consent_on": timezone.localdate().isoformat(),
        "consent_way": ConsentWay.ACCOUNT.value,
    }
    return {**ticks, **given}


def other_languages(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of the site beside German, with their names."""
    names = dict(settings.LANGUAGES)
    for code in codes:
        if code != settings.LANGUAGE_CODE:
            yield code, str(names.get(code, code))
