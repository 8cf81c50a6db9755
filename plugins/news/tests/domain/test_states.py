"""Where an item stands, as the admin's list asks."""

import pytest

from plugins.news.domain.states import State, in_state, items_of
from plugins.news.models import NewsPage, PressReleasePage
from plugins.news.tests.factories import draft, in_days, published, release

pytestmark = pytest.mark.usefixtures("in_dortmund")


def titles(state):
    return sorted(item.title for item in in_state(NewsPage.objects.all(), state))


@pytest.fixture
def items(staff, in_dortmund):
    draft("Entwurf")
    draft("Entwurf mit Sperrfrist", PressReleasePage, embargo_until=in_days(1))
    published("Öffentlich")
    published("Geplant", go_live_at=in_days(1))
    release("Gesperrt", embargo_until=in_days(1))
    published("Abgelaufen").unpublish(set_expired=True)
    submitted = draft("Eingereicht")
    submitted.get_workflow().start(submitted, staff(in_dortmund, "Autor:in"))
    changed = published("Geändert")
    changed.save_revision()
    return changed


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.DRAFT, ["Entwurf", "Entwurf mit Sperrfrist", "Geändert"]),
        (State.REVIEW, ["Eingereicht"]),
        (State.SCHEDULED, ["Geplant"]),
        (State.EMBARGO, ["Gesperrt"]),
        (State.LIVE, ["Geändert", "Öffentlich"]),
        (State.EXPIRED, ["Abgelaufen"]),
    ],
)
@pytest.mark.usefixtures("items")
def test_each_state_has_its_items(state, expected):
    assert titles(state) == expected


def test_authors_work_on_their_own(staff, in_dortmund):
    author, editor = staff(in_dortmund, "Autor:in"), staff(in_dortmund, "Redaktion")
    draft("Fremd")
    draft("Eigen", owner=author)

    assert [item.title for item in items_of(author)] == ["Eigen"]
    assert items_of(editor).count() == 2
