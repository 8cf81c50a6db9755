"""A folder of content files is read whole, or all its problems are named at once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from verbund.onboarding.content import Content, ContentError, read_content
from verbund.onboarding.content.dates import ZONE

TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
NEWS = '+++\ntitle = "{title}"\ntopics = ["Kultur"]\ndays_ago = {days}\n{more}+++\n\n{body}\n'
PAGE = '+++\ntitle = "{title}"\n{more}+++\n\nText.\n'


@pytest.fixture
def news(tmp_path: Path) -> Callable[..., None]:
    def write(
        slug: str, *, title: str = "Titel", days: int = 0, more: str = "", body: str = "Text."
    ) -> None:
        path = tmp_path / "content" / "news" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NEWS.format(title=title, days=days, more=more, body=body))

    return write


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., None]:
    def write(slug: str, more: str = "") -> None:
        path = tmp_path / "content" / "pages" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=slug.title(), more=more))

    return write


@pytest.fixture
def read(tmp_path: Path) -> Callable[[], Content]:
    return lambda: read_content(tmp_path, TODAY)


@pytest.fixture
def problems(read: Callable[[], Content]) -> Callable[[], list[tuple[str, int, str, str]]]:
    def found() -> list[tuple[str, int, str, str]]:
        with pytest.raises(ContentError) as caught:
            read()
        return [(Path(p.file).name, p.line, p.key, p.message) for p in caught.value.problems]

    return found


def test_a_folder_without_content_is_empty(read):
    assert read().news == ()


@pytest.mark.parametrize(
    ("days", "more", "state"),
    [
        (3, "", "published"),
        (-3, "", "scheduled"),
        (3, "draft = true\n", "draft"),
        (9, "expires_days_ago = 3\n", "expired"),
        (9, "expires_days_ago = -3\n", "published"),
        (9, "embargo_days_ago = 3\n", "published"),
        (9, "embargo_days_ago = -3\n", "scheduled"),
    ],
)
def test_relative_days_give_a_state(news, read, days, more, state):
    news("meldung", days=days, more=more)

    assert read().news[0].state(NOON) == state


def test_dates_in_a_news_item_count_from_the_day_it_appears(news, read):
    news("meldung", title="Fest am {{+2 short}}", days=10, body="Bis {{+1 short}}.")

    [item] = read().news

    assert item.published == datetime(2026, 11, 15, 9, 0, tzinfo=ZONE)
    assert item.title == "Fest am 17. November"
    assert item.blocks == (("text", "<p>Bis 16. November.</p>"),)


def test_the_same_day_gives_the_same_content(news, read):
    news("meldung", days=5)

    assert read() == read()
    assert read().news[0].published.date() == TODAY - timedelta(days=5)


def test_translations_come_after_what_they_translate(news, read):
    news("a-haber", more='language = "tr"\ntranslation_of = "meldung"\n')
    news("meldung")

    assert [item.slug for item in read().news] == ["meldung", "a-haber"]


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


def test_all_problems_of_a_folder_come_at_once(news, page, problems):
    news("a", more="pined = true\n")
    news("b", body="::: x\n:::")
    page("c", "order = 'x'\n")

    assert [item[:3] for item in problems()] == [
        ("a.md", 5, "pined"),
        ("b.md", 7, "x"),
        ("c.md", 3, "order"),
    ]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ('language = "tr"\n', "translation_of"),
        ('language = "tr"\ntranslation_of = "b"\n', "translation_of"),
        ('related = ["b"]\n', "related"),
    ],
)
def test_what_a_text_refers_to_is_there(news, problems, more, key):
    news("a", more=more)

    assert [item[2] for item in problems()] == [key]


def test_a_page_above_is_there(page, problems):
    page("a", 'parent = "b"\n')

    assert problems() == [("a", 0, "parent", "There is no German page “b”.")]


def test_a_file_without_a_head_is_a_problem(tmp_path, problems):
    folder = tmp_path / "content" / "news"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("Nur Text.")

    assert problems()[0][:2] == ("a.md", 1)


def test_a_home_page_is_read_from_toml(tmp_path, read):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "home.toml").write_text(
        'title = "Start"\nhero = "Eine Stimme."\nlead = "Für alle."\n'
        '[[counters]]\nvalue = "3"\nlabel = "Vereine"\nnote = "Stand: {{-5 short}}"\n'
    )

    [home] = read().homes

    assert home.counters[0].note == "Stand: 20. November"


def test_a_hero_is_one_short_sentence(tmp_path, problems):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "home.toml").write_text(
        f'title = "S"\nhero = "{"lang " * 13}"\nlead = "L"\n'
    )

    assert problems()[0][:3] == ("home.toml", 2, "hero")
