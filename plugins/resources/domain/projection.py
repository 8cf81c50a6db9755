"""Tells the search on which days things are free, in the transaction of the booking itself."""

from collections.abc import Iterable

from plugins.resources.domain.assigning import pieces_of
from plugins.resources.models import Article, Line, Room


def project(lines: Iterable[Line]) -> None:
    """Writes the search rows of what these lines hold, or held, anew.

    Saving an object has the platform do that; the network then knows the free days without
    ever reading this city's schema.
    """
    keys = {key for line in lines for key in pieces_of(line)}
    articles = [key.pk for key in keys if key.kind == "article"]
    rooms = [key.pk for key in keys if key.kind == "room"]
    for article in Article.objects.filter(pk__in=articles, shown=True).order_by("pk"):
        article.save(update_fields=["shown"])
    for room in Room.objects.filter(pk__in=rooms, shown=True).order_by("pk"):
        room.save(update_fields=["shown"])
