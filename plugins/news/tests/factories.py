"""Items as an editor makes them, in the tenant that is entered."""

import datetime as dt
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Drawing
from wagtail.models import Locale, PageViewRestriction

from plugins.news.domain.beginnings import german_home, make_index
from plugins.news.models import NewsIndexPage, NewsPage, PressReleasePage, Topic
from verbund.plugin import Image


def german_index() -> NewsIndexPage:
    return NewsIndexPage.objects.get(locale__language_code="de")


def index_in(language: str) -> NewsIndexPage:
    """The list in another language, below a home page of its own."""
    locale = Locale.objects.get(language_code=language)
    home = german_home().get_translation_or_none(locale)
    if home is None:
        home = german_home().specific.copy_for_translation(locale)
        home.save_revision().publish()
    return make_index(home)


def topic(slug: str) -> Topic:
    return Topic.objects.get(slug=slug, locale__language_code="de")


def draft(title: str, model: type[NewsPage] = NewsPage, index: Any = None, **fields: Any) -> Any:
    """An item that nobody has published; topics by their short names."""
    topics = fields.pop("topics", ())
    index = index or german_index()
    item = model(title=title, live=False, locale=index.locale, **{"lead": "Vorspann.", **fields})
    index.add_child(instance=item)
    item.topics.set(topic(slug) for slug in topics)
    item.save_revision()
    return item


def published(title: str, model: type[NewsPage] = NewsPage, **fields: Any) -> Any:
    """An item that everybody sees, or that its schedule or embargo holds back."""
    item = draft(title, model, **fields)
    item.get_latest_revision().publish()
    return model.objects.get(pk=item.pk)


def release(title: str, **fields: Any) -> PressReleasePage:
    return published(title, PressReleasePage, **fields)


def restrict(page: Any) -> None:
    """Only those who are logged in see it and what is below it."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def picture(description: str = "Ein Haus") -> Image:
    data = BytesIO()
    Drawing.new("RGB", (60, 40), "teal").save(data, "PNG")
    file = ContentFile(data.getvalue(), name="haus.png")
    return Image.objects.create(title="Haus", description=description, file=file)


def on(year: int, month: int = 6, day: int = 15) -> dt.datetime:
    return timezone.make_aware(dt.datetime(year, month, day, 12))


def in_days(days: int) -> dt.datetime:
    return timezone.now() + dt.timedelta(days=days)
