"""What is read of the pool: its page, what is shown, a request with all that belongs to it."""

from django.conf import settings
from django.db.models import QuerySet

from plugins.resources.models import Article, Category, Kit, Request, ResourcesPage, Room


def main_page(language: str = settings.LANGUAGE_CODE) -> ResourcesPage | None:
    """The pool's live main page in a language, else the German one."""
    pages = ResourcesPage.objects.live().filter(
        locale__language_code__in={language, settings.LANGUAGE_CODE}
    )
    found = {page.locale.language_code: page for page in pages.select_related("locale")}
    return found.get(language) or found.get(settings.LANGUAGE_CODE)


def shown_articles() -> QuerySet[Article]:
    return Article.objects.filter(shown=True).select_related("category", "image")


def shown_rooms() -> QuerySet[Room]:
    return Room.objects.filter(shown=True).select_related("category", "image", "point")


def shown_kits() -> QuerySet[Kit]:
    return Kit.objects.filter(shown=True).select_related("category", "image")


def categories() -> list[Category]:
    return list(Category.objects.all())


def with_lines(requests: QuerySet[Request]) -> QuerySet[Request]:
    """For lists and status pages: lines and their things in one further query each."""
    return requests.prefetch_related("lines__article", "lines__room", "lines__kit__parts")
