"""What the headers of old lists propose, and what their values mean."""

import datetime as dt

import pytest

from plugins.members.domain.importing.columns import propose, wrong_mapping
from plugins.members.domain.importing.values import (
    legal_form_of,
    parts_of,
    read_address,
    read_day,
    read_postcode,
    read_year,
    status_of,
)
from plugins.members.domain.likeness import address_sign, phone_sign


def test_headers_of_an_old_list():
    headers = ("Verein", "Ansprechpartner", "Tel.", "Straße/PLZ/Ort", "E-Mail", "Lfd. Nr.")

    assert propose(headers) == ["name", "person", "phone", "address", "email", ""]


def test_headers_of_another_old_list():
    headers = (
        "Name des Vereins",
        "Straße",
        "PLZ",
        "Ort",
        "Telefon (Büro)",
        "Gründungsjahr",
        "Sprachen",
    )

    assert propose(headers) == [
        "name", "street", "postcode", "city", "phone", "founded", "language",
    ]  # fmt: skip


def test_a_field_is_proposed_once():
    assert propose(("Verein", "Organisation", "Telefon", "Mobil")) == ["name", "", "phone", "phone"]


def test_a_mapping_needs_the_name_and_no_field_twice():
    assert wrong_mapping(["name", "phone", "phone"]) == ""
    assert wrong_mapping(["phone"]) != ""
    assert wrong_mapping(["name", "street", "street"]) != ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2001-05-03", dt.date(2001, 5, 3)),
        ("3.5.2001", dt.date(2001, 5, 3)),
        ("03.05.98", dt.date(1998, 5, 3)),
        ("5/2001", dt.date(2001, 5, 1)),
        ("1987", dt.date(1987, 1, 1)),
        ("37014", dt.date(2001, 5, 3)),
        ("31.2.2001", None),
        ("bald", None),
    ],
    ids=["iso", "german", "short", "month", "year", "excel", "none-such", "word"],
)
def test_days(text, day):
    assert read_day(text) == day


def test_years():
    assert (read_year("gegründet 1987"), read_year("unbekannt")) == (1987, None)


@pytest.mark.parametrize(
    "text",
    [
        "Münsterstr. 9, 44145 Dortmund",
        "Münsterstr. 9\n44145 Dortmund",
        "Münsterstr. 9 / D-44145 Dortmund",
    ],
    ids=["comma", "lines", "slash"],
)
def test_an_address_in_one_cell(text):
    parts = {"street": "Münsterstr. 9", "postcode": "44145", "city": "Dortmund"}

    assert read_address(text) == parts


def test_an_address_that_can_not_be_told_apart():
    assert read_address("beim Rathaus links") is None


def test_postcodes():
    found = [read_postcode(text) for text in ("44145", "1067", "D-44145", "4414x")]

    assert found == ["44145", "01067", "44145", None]


def test_words_for_membership_and_form():
    assert (status_of("Fördermitglied"), status_of("ausgetreten")) == ("supporting", "former")
    assert (legal_form_of("e. V."), legal_form_of("GmbH & Co")) == ("ev", None)


def test_parts_of_a_cell():
    assert parts_of("Kultur, Bildung; Sport / Tanz\nMusik") == [
        "Kultur", "Bildung", "Sport", "Tanz", "Musik",
    ]  # fmt: skip


def test_signs_by_which_entries_are_the_same():
    assert phone_sign("+49 (0)231 / 55-66") == phone_sign("0231 5566")
    assert address_sign("Münsterstr. 9", "44145") == address_sign("Münsterstraße 9", "44145")
    assert address_sign("Münsterstr.", "44145") == ""
