"""A folder of texts with a day each is read whole, or all its problems are named at once."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from django.utils import translation

from verbund.onboarding.content import ContentError, DatedFront, DatedText, read_dated
from verbund.onboarding.content.dates import ZONE

TODAY = date(2026, 11, 25)
TURKISH = 'language = "tr"\n'
Problems = list[tuple[str, int, str, str]]


class Front(DatedFront):
    references: ClassVar[tuple[str, ...]] = ("see",)

    place: str = ""
    see: tuple[str, ...] = ()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., None]:
    folder = tmp_path / "content" / "notes"
    folder.mkdir(parents=True)

    def run(slug: str, more: str = "", *, title: str = "Titel", body: str = "Text.") -> None:
        head = f'title = "{title}"\ndays_ago = 10\n{more}'
        (folder / f"{slug}.md").write_text(f"+++\n{head}+++\n\n{body}\n")

    return run


@pytest.fixture
def read(tmp_path: Path) -> Callable[[], tuple[DatedText[Front], ...]]:
    return lambda: read_dated(tmp_path, "notes", Front, TODAY)


@pytest.fixture
def problems(read: Callable[[], tuple[DatedText[Front], ...]]) -> Callable[[], Problems]:
    def found() -> Problems:
        with translation.override("en"), pytest.raises(ContentError) as caught:
            read()
        return [(Path(p.file).name, p.line, p.key, p.message) for p in caught.value.problems]

    return found


def test_a_folder_that_is_not_there_is_empty(read):
    assert read() == ()


def test_only_the_folder_asked_for_is_read(write, tmp_path):
    write("notiz")

    assert read_dated(tmp_path, "news", Front, TODAY) == ()


def test_a_text_brings_the_keys_of_its_kind(write, read):
    write("notiz", 'place = "Nordstadt"\nat = "18:30"\n')

    [text] = read()

    assert (text.slug, text.title, text.language, text.draft) == ("notiz", "Titel", "de", False)
    assert text.published == datetime(2026, 11, 15, 18, 30, tzinfo=ZONE)
    assert text.front.place == "Nordstadt"


def test_dates_in_a_text_count_from_the_day_it_appears(write, read):
    write("notiz", title="Fest am {{+2 short}}", body="Bis {{+1 short}}.")

    [text] = read()

    assert text.title == "Fest am 17. November"
    assert text.blocks == (("text", "<p>Bis 16. November.</p>"),)


def test_the_same_day_gives_the_same_texts(write, read):
    write("notiz")

    assert read() == read()


def test_translations_come_after_what_they_translate(write, read):
    write("a-haber", TURKISH + 'translation_of = "notiz"\n')
    write("notiz")

    assert [text.slug for text in read()] == ["notiz", "a-haber"]


def test_all_problems_of_a_folder_come_at_once(write, problems):
    write("a", "plaza = true\n")
    write("b", body="::: x\n:::")

    assert [item[:3] for item in problems()] == [("a.md", 4, "plaza"), ("b.md", 6, "x")]


def test_all_that_texts_say_of_each_other_comes_at_once(write, problems):
    write("a", TURKISH)
    write("b", TURKISH + 'translation_of = "d"\n')
    write("c", 'see = ["d", "a"]\n')

    no_german = "There is no German text “{}”."
    assert problems() == [
        ("a", 0, "translation_of", "A text in “tr” names the German one that it translates."),
        ("b", 0, "translation_of", no_german[:-1].format("d") + " that this could translate."),
        ("c", 0, "see", no_german.format("d")),
        ("c", 0, "see", no_german.format("a")),
    ]


def test_a_text_without_its_day_is_a_problem(tmp_path, write, problems):
    write("a")
    (tmp_path / "content" / "notes" / "a.md").write_text('+++\ntitle = "Titel"\n+++\n')

    assert problems() == [("a.md", 1, "days_ago", "This key is missing. Add it.")]


def test_a_file_without_a_head_is_a_problem(tmp_path, write, problems):
    write("a")
    (tmp_path / "content" / "notes" / "a.md").write_text("Nur Text.")

    assert problems()[0][:2] == ("a.md", 1)
