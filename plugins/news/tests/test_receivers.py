"""Translations, as Wagtail makes them."""

import pytest
from wagtail.models import Locale

from plugins.news.tests.factories import index_in, published

pytestmark = pytest.mark.usefixtures("in_dortmund")


def translated(item, language):
    index_in(language)
    return item.copy_for_translation(Locale.objects.get(language_code=language))


def names(item):
    return sorted(topic.name for topic in item.topics.all())


def test_a_translation_has_the_topics_of_its_language():
    copy = translated(published("Neu", topics=["bildung", "jugend"]), "tr")

    assert names(type(copy).objects.get(pk=copy.pk)) == ["Eğitim", "Gençlik"]
    assert names(copy.get_latest_revision_as_object()) == ["Eğitim", "Gençlik"]


def test_without_the_plugin_nothing_happens(in_dortmund, switch):
    item = published("Neu", topics=["bildung"])
    index_in("tr")
    switch(in_dortmund, False)

    copy = item.copy_for_translation(Locale.objects.get(language_code="tr"))

    assert names(type(copy).objects.get(pk=copy.pk)) == ["Bildung"]
