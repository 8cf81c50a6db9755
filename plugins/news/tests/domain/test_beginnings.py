"""What a new site begins with."""

import pytest
from wagtail.models import Locale

from plugins.news.domain.beginnings import german_home, make_index, make_topics
from plugins.news.models import NewsIndexPage, Topic
from plugins.news.onboarding import seeds
from plugins.news.tests.factories import german_index, index_in

pytestmark = pytest.mark.usefixtures("in_dortmund")


def test_a_new_site_has_a_list_in_its_menu():
    index = german_index()

    assert (index.title, index.url, index.live) == ("Aktuelles", "/aktuelles/", True)
    assert index.show_in_menus


def test_a_new_site_has_topics_in_its_languages():
    found = Topic.objects.filter(slug="bildung").values_list("locale__language_code", "name")

    assert dict(found) == {"de": "Bildung", "en": "Education", "tr": "Eğitim", "ar": "تعليم"}


def test_topics_know_their_translations():
    german = Topic.objects.get(slug="bildung", locale__language_code="de")

    assert german.get_translation(Locale.objects.get(language_code="tr")).name == "Eğitim"


def test_all_of_it_can_run_again(in_dortmund):
    before = (NewsIndexPage.objects.count(), Topic.objects.count())

    for seed in seeds:
        seed.run(in_dortmund)

    assert (NewsIndexPage.objects.count(), Topic.objects.count()) == before
    assert make_topics() == []
    assert make_index(german_home()) == german_index()


def test_a_list_in_another_language_is_a_translation():
    turkish = index_in("tr")

    assert (turkish.title, turkish.url) == ("Haberler", "/tr/aktuelles/")
    assert turkish.get_translation(Locale.objects.get(language_code="de")) == german_index()
