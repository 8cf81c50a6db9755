"""Baskets: what somebody collects before she asks; known by a key in her cookie."""

import datetime as dt
import hashlib
import secrets

from django.utils import timezone

from plugins.resources.domain.availability import key_of
from plugins.resources.domain.times import Period
from plugins.resources.models import Article, Basket, BasketLine, Kit, Room

LIFE = dt.timedelta(days=14)
MOST_LINES = 40


class BasketFull(Exception):
    """There are as many lines as a request may have."""


def find_basket(key: str) -> Basket | None:
    return Basket.objects.filter(key_digest=_digest(key)).first() if key else None


def new_basket() -> tuple[Basket, str]:
    """A basket and the key by which it is found."""
    key = secrets.token_urlsafe(24)
    return Basket.objects.create(key_digest=_digest(key)), key


def put(
    basket: Basket,
    thing: Article | Room | Kit,
    number: int,
    period: Period,
    chosen: dict[str, int] | None = None,
) -> BasketLine:
    """Adds a line; the same thing at the same time again is the same line with this number.

    :raises BasketFull: there are too many lines.
    """
    kind = key_of(thing).kind
    values = {kind: thing, "starts": period.starts, "ends": period.ends}
    line = basket.lines.filter(**values).first()
    if line is None:
        if basket.lines.count() >= MOST_LINES:
            raise BasketFull
        line = BasketLine(basket=basket, **values)
    line.number = number
    line.chosen = chosen or {}
    line.save()
    basket.save(update_fields=["changed"])
    return line


def lines_of(basket: Basket | None) -> list[BasketLine]:
    """Its lines with all that checks and prices need of their things."""
    if basket is None:
        return []
    found = basket.lines.select_related(
        "article__category",
        "room__category",
        "room__point",
        "kit__category",
        "article__image",
        "room__image",
        "kit__image",
    )
    return list(
        found.prefetch_related("article__units__point", "kit__parts__article__units__point")
    )


def drop_old_baskets() -> int:
    """Those that nobody has touched for two weeks; returns how many."""
    number, _rows = Basket.objects.filter(changed__lt=timezone.now() - LIFE).delete()
    return number


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
