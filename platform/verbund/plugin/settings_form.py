"""A form for a plugin's settings, made from the frozen model that the plugin declares.

A field's label is its ``title``, its help its ``description``: English message ids that the
plugin marks with gettext_noop and has in its own catalogue.
"""

import datetime as dt
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from django import forms
from django.utils.translation import gettext as _
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from verbund.plugin.config import PluginSettings

PLAIN: dict[Any, Callable[..., forms.Field]] = {
    int: forms.IntegerField,
    float: forms.FloatField,
    dt.date: forms.DateField,
}


class NoFormField(TypeError):
    """A settings field has a type that no form field shows."""


class LinesField(forms.CharField):
    """Several texts, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]  # a list, not a text
        lines = (line.strip() for line in str(value or "").splitlines())
        return tuple(line for line in lines if line)


class SettingsForm(forms.Form):
    """The fields of one settings model; ``settings`` holds the parsed model when valid."""

    required_css_class = "required"
    settings: PluginSettings

    def __init__(self, model: type[PluginSettings], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._model = model
        for name, info in model.model_fields.items():
            self.fields[name] = field_for(name, info)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        try:
            # As it is stored: JSON, so that what is read back is what was checked.
            self.settings = self._model.model_validate(data)
        except ValidationError as error:
            for problem in error.errors():
                name = str(problem["loc"][0]) if problem["loc"] else None
                self.add_error(name if name in self.fields else None, problem["msg"])
        return data


def settings_form(
    model: type[PluginSettings], data: Any = None, initial: PluginSettings | None = None
) -> SettingsForm:
    """The form with what is set now, or with what somebody sent."""
    values = initial.model_dump() if initial else {}
    return SettingsForm(model, data, initial=values)


def field_for(name: str, info: FieldInfo) -> forms.Field:
    """The form field that shows one setting.

    :raises NoFormField: its type is none of bool, int, float, str, date, Literal of texts, or a
        tuple of texts.
    """
    kind, optional = _without_none(info.annotation)
    words: dict[str, Any] = {
        "label": _(info.title) if info.title else name,
        "help_text": _(info.description) if info.description else "",
        "required": not optional and info.is_required(),
    }
    if kind is bool:
        return forms.BooleanField(**words | {"required": False})
    if kind is str:
        return forms.CharField(empty_value=None if optional else "", **words, **_lengths(info))
    if kind in PLAIN:
        return PLAIN[kind](**words | {"required": not optional}, **_limits(info, kind))
    if get_origin(kind) is Literal:
        return forms.ChoiceField(choices=[(one, _(one)) for one in get_args(kind)], **words)
    if kind == tuple[str, ...]:
        return LinesField(**words | {"required": False})
    raise NoFormField(f"The setting {name} is {kind!r}, which no form field shows.")


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    kinds = [one for one in get_args(annotation) if one is not NoneType]
    return (kinds[0], True) if len(kinds) == 1 else (annotation, False)


def _lengths(info: FieldInfo) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rule in info.metadata:
        if isinstance(rule, MaxLen):
            found["max_length"] = rule.max_length
        elif isinstance(rule, MinLen):
            found["min_length"] = rule.min_length
    return found


def _limits(info: FieldInfo, kind: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rule in info.metadata if kind is not dt.date else ():
        if isinstance(rule, Ge):
            found["min_value"] = rule.ge
        elif isinstance(rule, Le):
            found["max_value"] = rule.le
        elif isinstance(rule, Gt) and kind is int:
            found["min_value"] = int(rule.gt) + 1  # type: ignore[call-overload]  # a number here
        elif isinstance(rule, Lt) and kind is int:
            found["max_value"] = int(rule.lt) - 1  # type: ignore[call-overload]  # a number here
    return found
