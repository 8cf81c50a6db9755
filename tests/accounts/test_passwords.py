"""Passwords that others have tried are refused, with words that help."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from verbund.accounts.passwords import forms_of


@pytest.mark.parametrize(
    "password",
    [
        "password12345",
        "Passw0rd!2026",
        "qwertyuiop123",
        "sunshinesunshine",
        "!!!football2026!!!",
        "123456789012",
        "dortmund20262026",
    ],
)
def test_a_known_password_with_something_added_is_refused(in_dortmund, password):
    with pytest.raises(ValidationError) as error:
        validate_password(password)

    assert "password_too_common" in [one.code for one in error.value.error_list]
    assert "drei oder vier Wörter" in str(error.value)


def test_a_short_one_is_refused_whatever_it_holds(in_dortmund):
    with pytest.raises(ValidationError) as error:
        validate_password("xK9#vQ2!mZ")

    assert [one.code for one in error.value.error_list] == ["password_too_short"]


@pytest.mark.parametrize(
    "password", ["lampe fluss teppich", "Apfelkuchenregentonne", "kein einziges sonderzeichen"]
)
def test_words_are_enough(in_dortmund, password):
    validate_password(password)


def test_what_a_password_is_made_of():
    assert {"abc1", "abc1abc1"} <= forms_of("ABC1abc1")
    assert "" not in forms_of("!!!!")
