"""The pages of a folder content/ are read whole, or all their problems are named at once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from verbund.onboarding.content import Content, ContentError, read_content

TODAY = date(2026, 11, 25)
PAGE = '+++\ntitle = "{title}"\n{more}+++\n\n{body}\n'


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., None]:
    def write(slug: str, more: str = "", *, body: str = "Text.") -> None:
        path = tmp_path / "content" / "pages" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=slug.title(), more=more, body=body))

    return write


@pytest.fixture
def home(tmp_path: Path) -> Callable[..., None]:
    def write(name: str = "home", *, hero: str = "Eine Stimme.", more: str = "") -> None:
        path = tmp_path / "content" / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'title = "Start"\nhero = "{hero}"\nlead = "Für alle."\n{more}')

    return write


@pytest.fixture
def read(tmp_path: Path) -> Callable[[], Content]:
    return lambda: read_content(tmp_path, TODAY)


@pytest.fixture
def problems(read: Callable[[], Content]) -> Callable[[], list[tuple[str, int, str, str]]]:
    def found() -> list[tuple[str, int, str, str]]:
        with translation.override("en"), pytest.raises(ContentError) as caught:
            read()
        return [(Path(p.file).name, p.line, p.key, p.message) for p in caught.value.problems]

    return found


def test_a_folder_without_content_is_empty(read):
    assert read() == Content(pages=(), homes=())


def test_pages_come_parents_first_and_know_their_path(page, read):
    page("about", 'language = "en"\ntranslation_of = "ueber-uns"\n')
    page("aims", 'language = "en"\ntranslation_of = "ziele"\nparent = "ueber-uns"\n')
    page("a-ziele", 'slug = "ziele"\nparent = "ueber-uns"\n')
    page("ueber-uns")

    assert [item.path for item in read().pages] == [
        "/ueber-uns/",
        "/ueber-uns/ziele/",
        "/about/",
        "/about/aims/",
    ]


def test_dates_in_a_page_count_from_the_day_of_reading(page, read):
    page("ziele", body="Bis {{+1 short}}.")

    [item] = read().pages

    assert item.blocks == (("text", "<p>Bis 26. November.</p>"),)


def test_all_problems_of_a_folder_come_at_once(page, home, problems):
    page("a", "in_meny = true\n")
    page("b", body="::: x\n:::")
    page("c", "order = 'x'\n")
    home(more="logo = 'x'\n")

    assert [item[:3] for item in problems()] == [
        ("home.toml", 4, "logo"),
        ("a.md", 3, "in_meny"),
        ("b.md", 5, "x"),
        ("c.md", 3, "order"),
    ]


@pytest.mark.parametrize("more", ["", 'translation_of = "b"\n'])
def test_a_translation_names_a_german_page(page, problems, more):
    page("a", f'language = "tr"\n{more}')

    assert [item[2] for item in problems()] == ["translation_of"]


def test_a_page_above_is_there(page, problems):
    page("a", 'parent = "b"\n')

    assert problems() == [("a", 0, "parent", "There is no German page “b”.")]


def test_a_file_without_a_head_is_a_problem(tmp_path, page, problems):
    page("a")
    (tmp_path / "content" / "pages" / "a.md").write_text("Nur Text.")

    assert problems()[0][:2] == ("a.md", 1)


def test_a_home_page_is_read_from_toml(home, read):
    home(more='[[counters]]\nvalue = "3"\nlabel = "Vereine"\nnote = "Stand: {{-5 short}}"\n')

    [item] = read().homes

    assert item.counters[0].note == "Stand: 20. November"


def test_the_german_home_page_comes_first(home, read):
    home("home.ar", more='language = "ar"\n')
    home("home.de")

    assert [item.language for item in read().homes] == ["de", "ar"]


def test_a_hero_is_one_short_sentence(home, problems):
    home(hero="lang " * 13)

    assert problems()[0][:3] == ("home.toml", 2, "hero")
