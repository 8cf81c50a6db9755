"""The body of a content file: a little Markdown, and blocks of TOML."""

from datetime import date, datetime
from pathlib import Path

import pytest
from django.utils import translation

from verbund.onboarding.content.body import read_body
from verbund.onboarding.content.dates import ZONE, fill_in_dates
from verbund.onboarding.content.markdown import rich_text
from verbund.onboarding.content.shapes import Block, Place, Quote
from verbund.tenancy.recipe.problems import ProblemsError

WEDNESDAY = date(2026, 11, 25)
PLACE = Place(Path("/nowhere"), WEDNESDAY)


def blocks(text: str) -> list[Block]:
    return read_body(text, PLACE, "text.md", first_line=5)


def problems(text: str) -> list[tuple[int, str, str]]:
    with translation.override("en"), pytest.raises(ProblemsError) as caught:
        blocks(text)
    return [(problem.line, problem.key, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Ein Absatz\nin zwei Zeilen.", "<p>Ein Absatz in zwei Zeilen.</p>"),
        ("Eins.\n\nZwei.", "<p>Eins.</p><p>Zwei.</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("**fett** und *kursiv*", "<p><b>fett</b> und <i>kursiv</i></p>"),
        ("Zeile\\\nnächste", "<p>Zeile<br>nächste</p>"),
        ("[Kontakt](/kontakt/)", '<p><a href="/kontakt/">Kontakt</a></p>'),
        ("A & B <script>x</script>", "<p>A &amp; B &lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_markdown_becomes_clean_rich_text(markdown, html):
    assert rich_text(markdown) == html


def test_headings_and_quotes_are_blocks_of_their_own():
    text = "Vorher.\n\n## Titel\n\n- eins\n\n> Gesagt\n> ist gesagt.\n> — Wer\n\nNachher."

    assert blocks(text) == [
        ("text", "<p>Vorher.</p>"),
        ("heading", "Titel"),
        ("text", "<ul><li>eins</li></ul>"),
        ("quote", Quote(text="Gesagt ist gesagt.", attribution="Wer")),
        ("text", "<p>Nachher.</p>"),
    ]


def test_a_fenced_block_is_read_into_its_model():
    [block] = blocks('::: cta\ntitle = "Los"\nlink = { label = "Hin", target = "/hin/" }\n:::')

    assert block.type == "call_to_action"
    assert (block.value.title, block.value.link.target) == ("Los", "/hin/")


def test_dates_are_absolute_when_read():
    item = 'title = "T"\nin_days = 1\nweekday = "Sa"\nat = "10:00"\nuntil = "12:30"'

    [block] = blocks(f"::: dates\n[[items]]\n{item}\n:::")

    assert block.value.items[0].start == datetime(2026, 11, 28, 10, 0, tzinfo=ZONE)
    assert block.value.items[0].end == datetime(2026, 11, 28, 12, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("::: cta\ntitle = 'x'", (5, "cta", "The block is not closed. Add “:::”.")),
        ("Text\n\n::: ctx\n:::", (7, "ctx", "There is no block “ctx”. Did you mean “cta”? ")),
        ("::: quote\nx = \n:::", (5, "quote", "There is no block “quote”. ")),
        ("::: contact\nname = \n:::", (6, "", "This is not valid TOML")),
        ('::: contact\n\nname = "A"\nfon = "1"\n:::', (8, "fon", "Unknown key “fon”.")),
        ("::: image\nfile = 'a.png'\nalt = ''\n:::", (6, "file", "There is no file")),
        ("### Tief", (5, "", "A heading is one line")),
        ("Siehe [da](javascript:x)", (5, "", "“javascript:x” is no target of a link.")),
        ("::: dates\n[[items]]\ntitle = 'x'\nin_days = 1\nweekday = 'Mon'\n:::", (6, "", "Mon")),
    ],
)
def test_a_fault_is_named_with_its_line(text, problem):
    [(line, key, message)] = problems(text)

    assert line == problem[0]
    assert problem[1] in key
    assert problem[2] in message


def test_all_faults_of_a_body_come_at_once():
    assert [line for line, _, _ in problems("::: a\n:::\n\n### b\n\n::: c\n:::")] == [5, 8, 10]


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("am {{+0}}", "de", "am Mittwoch, 25. November 2026"),
        ("am {{+1 Sa}}", "de", "am Samstag, 28. November 2026"),
        ("am {{-10 Mo short}}", "de", "am 16. November"),
        ("{{+1 Sa}}", "en", "Saturday, 28 November 2026"),
        ("{{+1 Sa}}", "tr", "28 Kasım 2026 Cumartesi"),
        ("{{+1 Sa short}}", "uk", "28 листопада"),
        ("{{year}} und {{year-1}}", "de", "2026 und 2025"),
        ("{{unknown}}", "de", "{{unknown}}"),
    ],
)
def test_relative_days_are_written_out(text, language, written):
    assert fill_in_dates(text, WEDNESDAY, language) == written
