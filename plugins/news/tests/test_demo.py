"""The demo's items: each in the state that its file asks for, gone when it is unloaded."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone, translation

from plugins.news.demo import demo_content
from plugins.news.models import NewsIndexPage, NewsPage, PressReleasePage
from plugins.news.tests.factories import published

FOLDER = Path(settings.TENANTS_DIR) / "dortmund"
pytestmark = pytest.mark.usefixtures("in_dortmund")


USUAL: dict[str, Any] = {"topics": ["Stadt"]}
FILES: dict[str, dict[str, Any]] = {
    "fest": {"topics": ["Kultur"], "days_ago": 2, "pinned": True, "related": ["pause"]},
    "pause": {"days_ago": 90, "expires_days_ago": 50},
    "entwurf": {"days_ago": 0, "draft": True},
    "bald": {"days_ago": -3},
    "mittel": {"topics": ["Räume"], "kind": "press", "days_ago": 4, "embargo_days_ago": 3},
    "gesperrt": {"kind": "press", "days_ago": 1, "embargo_days_ago": -2},
    "senlik": {"language": "tr", "translation_of": "fest", "topics": ["Kultur"], "days_ago": 2},
}


@pytest.fixture
def loaded(in_dortmund, tmp_path):
    news = tmp_path / "content" / "news"
    news.mkdir(parents=True)
    for slug, head in FILES.items():
        # JSON's strings, numbers, lists and booleans are TOML's.
        lines = [f"{key} = {json.dumps(value)}" for key, value in {**USUAL, **head}.items()]
        lines += [f'title = "{slug.title()}"', 'lead = "Vorspann."']
        front = "\n".join(lines)
        (news / f"{slug}.md").write_text(f"+++\n{front}\n+++\n\nEin Absatz.\n")
    demo_content[0].load(in_dortmund, tmp_path, timezone.localtime())
    return tmp_path


def item(slug):
    return NewsPage.objects.get(slug=slug).specific


@pytest.mark.usefixtures("loaded")
def test_each_item_is_in_its_state():
    with translation.override("en"):
        states = {one.slug: str(one.status_string) for one in NewsPage.objects.all()}

    assert states == {
        "fest": "live",
        "senlik": "live",
        "mittel": "live",
        "pause": "expired",
        "entwurf": "draft",
        "bald": "scheduled",
        "gesperrt": "scheduled",
    }


@pytest.mark.usefixtures("loaded")
def test_dates_and_topics_are_those_of_the_file():
    found = item("fest")

    assert timezone.localdate() - found.day == dt.timedelta(days=2)
    assert found.first_published_at == found.date
    assert [topic.name for topic in found.topics.all()] == ["Kultur"]
    assert found.pinned
    assert [row.item.slug for row in found.related_items.all()] == ["pause"]


@pytest.mark.usefixtures("loaded")
def test_a_topic_that_is_not_there_is_made():
    assert [topic.slug for topic in item("mittel").topics.all()] == ["raeume"]


@pytest.mark.usefixtures("loaded")
def test_an_embargo_is_one():
    assert isinstance(item("gesperrt"), PressReleasePage)
    assert item("gesperrt").embargo_until > timezone.now()
    assert item("mittel").embargo_until < timezone.now()


@pytest.mark.usefixtures("loaded")
def test_translations_belong_together():
    assert item("senlik").translation_key == item("fest").translation_key
    assert item("senlik").url == "/tr/aktuelles/senlik/"
    assert [topic.name for topic in item("senlik").topics.all()] == ["Kültür"]


def test_loading_again_changes_nothing(loaded, in_dortmund):
    changed = item("fest")
    changed.title = "Großes Fest"
    changed.save_revision().publish()

    demo_content[0].load(in_dortmund, loaded, timezone.localtime())

    assert item("fest").title == "Großes Fest"
    assert NewsPage.objects.count() == 7


def test_unloading_takes_the_demo_alone(loaded, in_dortmund):
    published("Eigene Meldung")

    demo_content[0].unload(in_dortmund)

    assert [one.title for one in NewsPage.objects.all()] == ["Eigene Meldung"]
    assert NewsIndexPage.objects.count() == 2


def test_the_cities_own_files_can_be_loaded(in_dortmund):
    demo_content[0].load(in_dortmund, FOLDER, timezone.localtime())

    with translation.override("en"):
        states = [str(one.status_string) for one in NewsPage.objects.all()]

    assert states.count("live") >= 14
    assert {"draft", "expired"} <= set(states)
