"""What the search keeps of things and rooms, with the days on which they are free.

The network reads these rows and never a city's schema; `domain/projection.py` has them written
anew in the transaction of each booking, and the platform's night moves the end of the days on.
"""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.resources.domain.availability import NONE, Key, free_in
from plugins.resources.domain.queries import main_page
from plugins.resources.domain.times import room_days, today, whole_days
from verbund.plugin import Indexable, SearchDocument, public_pages

DAYS = 120


def article(one: Any) -> Indexable | None:
    """None for what is not shown; the network gets what is released for it."""
    return _indexable(one, "article", (one.measures, one.accessories))


def room(one: Any) -> Indexable | None:
    return _indexable(one, "room", (one.equipment, one.kitchen, one.accessibility))


def _indexable(one: Any, kind: str, more: tuple[str, ...]) -> Indexable | None:
    page = main_page()
    if not one.shown or page is None or not _is_open(page):
        return None
    return Indexable(
        title=one.name,
        path=page.sub_url(kind, slug=one.slug),
        language=page.locale.language_code,
        summary=one.summary,
        body="\n".join(filter(None, (one.text, *more))),
        topics=(one.category.name,),
        network=one.in_network,
        free_days=free_days(Key(kind, one.pk)),
    )


def free_days(key: Key) -> tuple[dt.date, ...]:
    """Of the next 120 days those on which at least one piece is free all day; one query."""
    first = today()
    days = [first + dt.timedelta(days=number) for number in range(DAYS)]
    of_day = room_days if key.kind == "room" else whole_days
    found = free_in([of_day(day, day) for day in days], [key])
    return tuple(day for day, stocks in zip(days, found, strict=True) if stocks.get(key, NONE).free)


def _is_open(page: Any) -> bool:
    return public_pages(type(page).objects.filter(pk=page.pk)).exists()


search_documents = (
    SearchDocument("item", _("Things to borrow"), "resources.Article", article, has_free_days=True),
    SearchDocument("room", _("Rooms to borrow"), "resources.Room", room, has_free_days=True),
)
