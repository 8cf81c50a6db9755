"""The list and the topics of a new site; all of it is safe to run again."""

import uuid

from wagtail.models import Locale, Page, Site

from plugins.news.models import NewsIndexPage, Topic
from plugins.news.standard import INDEX_TITLES, topic_names

# So that a topic's translations find each other, whichever language comes first.
_TOPIC_KEYS = uuid.UUID("6f1d7a6e-5c1b-4f0e-9f0a-3d6a0b6b7f10")
GERMAN = "de"


def make_index(home: Page) -> NewsIndexPage:
    """The main page below a home page, published; the one that is there already is kept."""
    index = NewsIndexPage.objects.child_of(home).first()
    if index is None:
        title = INDEX_TITLES.get(home.locale.language_code, INDEX_TITLES[GERMAN])
        index = NewsIndexPage(
            title=title, slug=NewsIndexPage.fixed_slug, show_in_menus=True, locale=home.locale
        )
        _follow_german(index)
        home.add_child(instance=index)
        index.save_revision().publish()
    return index


def make_topics() -> list[Topic]:
    """The standard topics in each of the site's languages, as far as they have names."""
    made = []
    for locale in Locale.objects.all():
        known = set(Topic.objects.filter(locale=locale).values_list("slug", flat=True))
        for slug, name in topic_names(locale.language_code).items():
            if slug not in known:
                key = uuid.uuid5(_TOPIC_KEYS, slug)
                made.append(Topic(name=name, slug=slug, locale=locale, translation_key=key))
    return Topic.objects.bulk_create(made)


def german_home() -> Page:
    return Site.objects.get(is_default_site=True).root_page


def _follow_german(index: NewsIndexPage) -> None:
    german = NewsIndexPage.objects.filter(locale__language_code=GERMAN).first()
    if german is not None:
        index.translation_key = german.translation_key
