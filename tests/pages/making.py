"""Makes pages, translations and pictures in the current tenant."""

from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image as Pillow
from wagtail.models import Locale, Page

from verbund.media.models import Image
from verbund.pages.models import HomePage, StandardPage


def home(language: str = "de") -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


def make_page(title: str, parent: Page | None = None, **fields: Any) -> StandardPage:
    """A published page below the German home page, or below another one."""
    parent = parent or home()
    page = StandardPage(title=title, locale=parent.locale, live=False, **fields)
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def translate_home(language: str, title: str) -> HomePage:
    """The home page in another language, live."""
    original = home()
    copy = original.copy_for_translation(Locale.objects.get(language_code=language))
    copy.title, copy.slug, copy.live = title, f"home-{language}", True
    copy.save()
    return copy


def translate(page: Page, language: str, title: str, slug: str) -> StandardPage:
    """A page in a language that has a home page, live."""
    copy = page.copy_for_translation(Locale.objects.get(language_code=language))
    copy.title, copy.slug, copy.live = title, slug, True
    copy.save()
    return copy


def fill_home(*sections: tuple[str, Any], language: str = "de") -> HomePage:
    page = home(language)
    page.sections = list(sections)
    page.save_revision().publish()
    return page


def picture(name: str = "baum.png", size: tuple[int, int] = (900, 600), **fields: Any) -> Image:
    data = BytesIO()
    Pillow.new("RGB", size, "teal").save(data, "PNG")
    data.seek(0)
    fields.setdefault("description", "Ein Baum")
    return Image.objects.create(title=name, file=ImageFile(data, name), **fields)
