"""From a path in a content file ("/ueber-uns/ziele/") to the page that stands there."""

from django.conf import settings
from wagtail.models import Page

from verbund.pages.models import HomePage


def page_at(path: str, language: str = settings.LANGUAGE_CODE) -> Page | None:
    """The page at this path of the site in a language; None if there is none (yet)."""
    home = HomePage.objects.filter(locale__language_code=language).first()
    if home is None:
        return None
    return Page.objects.filter(url_path=home.url_path + path.lstrip("/")).first()
