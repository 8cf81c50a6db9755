"""Files of offices, read into rows of text."""

import datetime as dt

import pytest
from django.utils.translation import override

from plugins.members.domain.importing.rows import FileRefused
from plugins.members.domain.importing.tables import read_table
from plugins.members.tests.staff.sheets import csv_file, xlsx_file

ROWS = ("Verein;Ort", "Brücke e. V.;Düsseldorf")


@pytest.fixture(autouse=True)
def german():
    with override("de"):
        yield


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_of_any_office(encoding):
    table = read_table("liste.csv", csv_file(*ROWS, encoding=encoding))

    assert table.headers == ("Verein", "Ort")
    assert table.rows[0].cells == ("Brücke e. V.", "Düsseldorf")


def test_letters_that_were_read_wrongly_once_are_mended():
    spoilt = "\n".join(ROWS).encode().decode("cp1252").encode()

    assert read_table("liste.csv", spoilt).rows[0].cells == ("Brücke e. V.", "Düsseldorf")


def test_letters_that_are_lost_are_named():
    table = read_table("liste.csv", csv_file("Verein;Ort", "Br\ufffdcke;Bonn"))

    assert table.rows[0].notes == (
        "„Br\ufffdcke“ hat Buchstaben, die vorher verloren gingen. Bitte berichtigen.",
    )


@pytest.mark.parametrize(
    "delimiter", [";", ",", "\t", "|"], ids=["semicolon", "comma", "tab", "bar"]
)
def test_delimiters(delimiter):
    lines = [line.replace(";", delimiter) for line in ROWS]

    assert read_table("liste.csv", csv_file(*lines)).headers == ("Verein", "Ort")


def test_excels_own_line_about_the_delimiter():
    table = read_table("liste.csv", csv_file("sep=,", "Verein,Ort", "Brücke,Bonn"))

    assert (table.headers, table.rows[0].line) == (("Verein", "Ort"), 3)


def test_a_cell_of_two_lines_and_the_line_after_it():
    table = read_table("liste.csv", csv_file("Verein;Ort", '"Eins\r\nzwei";Bonn', "Drei;Köln"))

    assert [(row.line, row.cells[0]) for row in table.rows] == [(2, "Eins\nzwei"), (4, "Drei")]


def test_a_title_above_the_headers():
    table = read_table(
        "liste.csv", csv_file("Mitgliederliste 2024;;", ";;", "Verein;Tel;Ort", "A;1;B")
    )

    assert table.headers == ("Verein", "Tel", "Ort")


def test_days_and_numbers_of_excel():
    head = ["Verein", "Mitglied seit", "PLZ"]
    table = read_table("liste.xlsx", xlsx_file(head, ["A", dt.datetime(2001, 5, 3), 44145.0]))

    assert table.rows[0].cells == ("A", "2001-05-03", "44145")


def test_a_formula_without_a_result_is_named():
    table = read_table("liste.xlsx", xlsx_file(["Verein", "Ort"], ["A", '="Bo"&"nn"']))

    assert table.rows[0].cells == ("A", "")
    assert table.rows[0].notes == (
        'In Zelle B2 steht eine Formel, die nie ausgerechnet wurde: ="Bo"&"nn"',
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("leer.csv", b"", "Die Datei ist leer."),
        ("alt.xls", b"\xd0\xcf\x11\xe0rest", "Speichern Sie sie als XLSX oder CSV"),
        ("kaputt.xlsx", b"PK\x03\x04kaputt", "Die Datei lässt sich nicht öffnen"),
        ("bild.csv", b"a\x00b\x00c\x00", "Das ist keine CSV-Datei"),
        ("leer2.csv", b"\r\n;;\r\n", "steht in keiner Zeile etwas"),
    ],
    ids=["empty", "old", "broken", "binary", "blank"],
)
def test_what_is_no_table_is_refused_in_words(name, content, said):
    with pytest.raises(FileRefused, match=said):
        read_table(name, content)


def test_too_many_rows_are_refused():
    lines = ("x;y" for _number in range(10_002))

    with pytest.raises(FileRefused, match="mehr als 10000 Zeilen"):
        read_table("lang.csv", csv_file("Verein;Ort", *lines))
