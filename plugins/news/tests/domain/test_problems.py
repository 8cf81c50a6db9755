"""Problems that an editor hears about."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from plugins.news.models import PressReleasePage
from plugins.news.tests.factories import draft, in_days, picture, published

pytestmark = pytest.mark.usefixtures("in_dortmund")


def messages(item):
    with translation.override("de"):
        return [str(problem.message) for problem in item.content_problems()]


def dates(start, end=None):
    item = {"start": start, "end": end, "title": "Fest", "text": "", "place": "", "url": ""}
    return [("dates", {"items": [item]})]


def test_a_complete_item_has_none():
    item = draft("Gut", image=picture(), body=dates(in_days(3)))

    assert messages(item) == []


def test_a_missing_lead():
    assert messages(draft("Leer", lead=" ")) == [
        "Der Vorspann fehlt: Listen zeigen dann nur den Titel."
    ]


def test_a_picture_without_description():
    assert "„Haus“" in messages(draft("Bild", image=picture("")))[0]


def test_a_date_that_is_over():
    start = timezone.make_aware(dt.datetime(2024, 5, 4, 18))

    assert messages(draft("Fest", body=dates(start))) == [
        "Der Termin „Fest“ ist schon vorbei (Sa, 4. Mai 2024)."
    ]


def test_a_date_that_has_begun_is_no_problem():
    assert messages(draft("Fest", body=dates(in_days(-1), in_days(1)))) == []


def test_old_news_may_have_old_dates():
    item = published("Fest", body=dates(in_days(-30)))
    type(item).objects.filter(pk=item.pk).update(first_published_at=in_days(-60))

    assert messages(type(item).objects.get(pk=item.pk)) == []


def test_a_press_release_without_contact(in_dortmund):
    in_dortmund.contact = {}

    assert messages(draft("Presse", PressReleasePage)) == [
        "Niemand ist genannt, den die Presse anrufen oder anschreiben kann."
    ]


def test_the_associations_contact_is_enough():
    assert messages(draft("Presse", PressReleasePage)) == []
