"""A pool as staff make it, in the tenant that is entered."""

import datetime as dt
import uuid
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from plugins.resources.enums import RequestStatus
from plugins.resources.models import (
    Article,
    Category,
    Kit,
    KitPart,
    Line,
    OpeningHours,
    PickupPoint,
    Request,
    Room,
    Unit,
)


def day(number: int, hour: int = 0) -> dt.datetime:
    """So many days from today, in Berlin."""
    date = timezone.localdate() + dt.timedelta(days=number)
    return timezone.make_aware(dt.datetime.combine(date, dt.time(hour)))


def category(name: str = "Technik") -> Category:
    return Category.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0]


def point(name: str = "Lager", **values: Any) -> PickupPoint:
    """Open on every day from 9 to 18, holidays included."""
    found, is_new = PickupPoint.objects.get_or_create(
        name=name, defaults={"holidays": False, **values}
    )
    if is_new:
        hours = {"opens": dt.time(9), "closes": dt.time(18)}
        rows = [OpeningHours(point=found, weekday=number, **hours) for number in range(7)]
        OpeningHours.objects.bulk_create(rows)
    return found


def article(name: str = "Beamer", units: int = 1, **values: Any) -> Article:
    """With so many usable units."""
    usual = {"slug": slugify(name), "category": category()}
    made = Article.objects.create(name=name, **{**usual, **values})
    for number in range(1, units + 1):
        unit(made, f"{made.slug}-{number}")
    return made


def unit(of: Article, inventory_number: str, **values: Any) -> Unit:
    usual = {"point": point()}
    return Unit.objects.create(article=of, inventory_number=inventory_number, **{**usual, **values})


def room(name: str = "Saal", **values: Any) -> Room:
    usual = {"slug": slugify(name), "category": category("Räume"), "point": point()}
    made = Room.objects.create(name=name, **{**usual, **values})
    Unit.objects.get_or_create(room=made, defaults={"inventory_number": f"raum-{made.slug}"})
    return made


def kit(name: str, parts: dict[Article, int], **values: Any) -> Kit:
    usual = {"slug": slugify(name), "category": category()}
    made = Kit.objects.create(name=name, **{**usual, **values})
    for part, number in parts.items():
        KitPart.objects.create(kit=made, article=part, number=number)
    return made


def request(**values: Any) -> Request:
    """One that nobody has decided yet; it holds nothing."""
    usual = {
        "number": f"T-{uuid.uuid4().hex[:8]}",
        "name": "Maya Muster",
        "email": "maya@verein.example",
        "occasion": "Nachbarschaftsfest",
        "status": RequestStatus.REQUESTED,
    }
    return Request.objects.create(**{**usual, **values})


def line(of: Request, thing: Article | Room | Kit, number: int = 1, **values: Any) -> Line:
    """From the tenth day from today until the end of the eleventh."""
    usual = {"starts": day(10), "ends": day(12), type(thing).__name__.lower(): thing}
    return Line.objects.create(request=of, number=number, **{**usual, **values})
