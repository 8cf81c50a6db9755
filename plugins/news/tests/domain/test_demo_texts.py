"""A file of content/news/ says when its item appears, goes, and what it belongs to."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.utils import translation

from plugins.news.domain.demo_texts import NewsFront, NewsText, news_texts
from plugins.news.enums import Kind
from verbund.onboarding.content import ContentError, DatedFront
from verbund.onboarding.content.dates import ZONE

README = Path(__file__).resolve().parents[2] / "README.md"
TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., None]:
    folder = tmp_path / "content" / "news"
    folder.mkdir(parents=True)

    def run(slug: str, more: str = "", *, days_ago: int = 0) -> None:
        head = f'title = "Titel"\ntopics = ["Kultur"]\ndays_ago = {days_ago}\n{more}'
        (folder / f"{slug}.md").write_text(f"+++\n{head}+++\n\nText.\n")

    return run


@pytest.fixture
def read(tmp_path: Path) -> Callable[[], tuple[NewsText, ...]]:
    return lambda: news_texts(tmp_path, TODAY)


@pytest.fixture
def problems(read: Callable[[], tuple[NewsText, ...]]) -> Callable[[], list[tuple[str, str]]]:
    def found() -> list[tuple[str, str]]:
        with translation.override("en"), pytest.raises(ContentError) as caught:
            read()
        return [(problem.key, problem.message) for problem in caught.value.problems]

    return found


@pytest.mark.parametrize(
    ("days_ago", "more", "state"),
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
def test_relative_days_give_a_state(write, read, days_ago, more, state):
    write("meldung", more, days_ago=days_ago)

    assert read()[0].state(NOON) == state


def test_an_embargo_and_an_end_count_from_today_at_the_items_time(write, read):
    # The item appears in summer time, both other days are in winter time.
    more = 'at = "07:30"\nembargo_days_ago = 1\nexpires_days_ago = -1\n'
    write("meldung", more, days_ago=60)

    [item] = read()

    assert item.published == datetime(2026, 9, 26, 7, 30, tzinfo=ZONE)
    assert item.embargo == item.appears == datetime(2026, 11, 24, 7, 30, tzinfo=ZONE)
    assert item.expires == datetime(2026, 11, 26, 7, 30, tzinfo=ZONE)


def test_an_item_is_news_unless_it_is_press(write, read):
    write("a")
    write("b", 'kind = "press"\n')

    assert [item.front.kind for item in read()] == [Kind.NEWS, Kind.PRESS]


def test_another_kind_is_a_problem(write, problems):
    write("a", 'kind = "blog"\n')

    assert problems() == [("kind", "Unexpected value “blog”, use 'news' or 'press'.")]


def test_related_items_are_there(write, problems):
    write("a", 'related = ["b"]\n')

    assert problems() == [("related", "There is no German text “b”.")]


def test_each_key_is_documented():
    _, _, rest = README.read_text(encoding="utf-8").partition("\n## Content files\n")
    first_cells = re.findall(r"^\| (`[^|]*) \|", re.split(r"\n#+ ", rest)[0], re.MULTILINE)
    documented = {key for cell in first_cells for key in re.findall(r"`([^`]+)`", cell)}

    assert documented == NewsFront.model_fields.keys() - DatedFront.model_fields.keys()
