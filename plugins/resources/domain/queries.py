"""What is read of the pool: its page, what is shown, a request with all that belongs to it."""

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from plugins.resources.enums import UnitStatus
from plugins.resources.models import (
    Article,
    Category,
    Kit,
    Line,
    Request,
    ResourcesPage,
    Room,
    Terms,
    Unit,
)

Thing = Article | Room | Kit


def main_page(language: str = settings.LANGUAGE_CODE) -> ResourcesPage | None:
    """The pool's live main page in a language, else the German one."""
    pages = ResourcesPage.objects.live().filter(
        locale__language_code__in={language, settings.LANGUAGE_CODE}
    )
    found = {page.locale.language_code: page for page in pages.select_related("locale")}
    return found.get(language) or found.get(settings.LANGUAGE_CODE)


def _units(name: str) -> Prefetch:
    usable = Unit.objects.filter(status=UnitStatus.USABLE).select_related("point")
    return Prefetch(name, usable)


def shown_articles() -> QuerySet[Article]:
    found = Article.objects.filter(shown=True).select_related("category", "image")
    return found.prefetch_related(_units("units"))


def shown_rooms() -> QuerySet[Room]:
    found = Room.objects.filter(shown=True).select_related("category", "image", "point")
    return found.prefetch_related("layouts")


def shown_kits() -> QuerySet[Kit]:
    found = Kit.objects.filter(shown=True).select_related("category", "image")
    return found.prefetch_related("parts__article", _units("parts__article__units"))


SHOWN = {"article": shown_articles, "room": shown_rooms, "kit": shown_kits}


def shown_thing(kind: str, slug: str) -> Thing | None:
    """The one of this kind and address that the public sees."""
    found: Thing | None = SHOWN[kind]().filter(slug=slug).first() if kind in SHOWN else None
    return found


def shown_things(category: str = "") -> list[Thing]:
    """All that is shown, by category and name; rooms and kits beside things."""
    found: list[Thing] = [*shown_articles(), *shown_rooms(), *shown_kits()]
    if category:
        found = [one for one in found if one.category.slug == category]
    return sorted(found, key=lambda one: (one.category.order, one.category.name, one.name, one.pk))


def categories() -> list[Category]:
    return list(Category.objects.all())


def current_terms() -> Terms | None:
    return Terms.objects.order_by("-version").first()


def with_lines(requests: QuerySet[Request]) -> QuerySet[Request]:
    """For lists and status pages: lines and their things in one further query each."""
    lines = Line.objects.select_related("article", "room", "kit")
    return requests.prefetch_related(Prefetch("lines", lines))
