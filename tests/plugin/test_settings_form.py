"""The form of a plugin's settings is made from the model."""

from datetime import date
from typing import Any

import pytest
from django import forms
from dummy_plugin.apps import DummySettings

from verbund.plugin.config import PluginSettings
from verbund.plugin.settings_form import LinesField, settings_form

VALID = {
    "per_page": "20",
    "greeting": "Moin",
    "loud": "on",
    "colour": "green",
    "words": "eins\n zwei \n\n",
    "since": "2025-04-07",
    "share": "0.25",
}


def test_each_setting_has_a_field_with_its_rules() -> None:
    fields: dict[str, Any] = settings_form(DummySettings).fields

    assert {name: type(field) for name, field in fields.items()} == {
        "per_page": forms.IntegerField,
        "greeting": forms.CharField,
        "loud": forms.BooleanField,
        "colour": forms.ChoiceField,
        "words": LinesField,
        "since": forms.DateField,
        "share": forms.FloatField,
    }
    assert (fields["per_page"].min_value, fields["per_page"].max_value) == (1, 50)
    assert fields["greeting"].max_length == 40
    assert fields["per_page"].label == "Lines a page"
    assert fields["greeting"].help_text == "Stands on top."


def test_what_was_typed_becomes_the_model() -> None:
    form = settings_form(DummySettings, VALID)

    assert form.is_valid(), form.errors
    assert form.settings == DummySettings(
        per_page=20,
        greeting="Moin",
        loud=True,
        colour="green",
        words=("eins", "zwei"),
        since=date(2025, 4, 7),
        share=0.25,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("per_page", "51"), ("per_page", ""), ("greeting", "x" * 41), ("colour", "blue")],
)
def test_an_error_stands_at_its_field(name: str, value: str) -> None:
    form = settings_form(DummySettings, VALID | {name: value})

    assert not form.is_valid()
    assert list(form.errors) == [name]


def test_a_rule_that_the_model_alone_knows_stands_at_its_field_too() -> None:
    from typing import Annotated

    from pydantic import AfterValidator

    def even(value: int) -> int:
        if value % 2:
            raise ValueError("odd")
        return value

    class Even(PluginSettings):
        number: Annotated[int, AfterValidator(even)] = 2

    form = settings_form(Even, {"number": "3"})

    assert not form.is_valid()
    assert form.errors == {"number": ["Value error, odd"]}


def test_the_form_shows_what_is_set() -> None:
    form = settings_form(DummySettings, initial=DummySettings(words=("eins", "zwei")))

    assert "eins\nzwei" in str(form["words"])
