"""Makes and removes the demo's pool: places, rules, things with their pieces, rooms, kits."""

import datetime as dt
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from plugins.resources.domain.beginnings import homes, make_pool
from plugins.resources.domain.demo_file import (
    DemoArticle,
    DemoKit,
    DemoPool,
    DemoRoom,
    Picture,
    read_pool,
)
from plugins.resources.domain.demo_requests import make_requests
from plugins.resources.models import (
    Article,
    Category,
    ClosedDay,
    Kit,
    KitPart,
    OpeningHours,
    PickupPoint,
    Request,
    Room,
    RoomLayout,
    Rule,
    Terms,
    Unit,
)
from verbund.plugin import Tenant, image_for

ROOMS = "Räume"
# Keys of the demo are made from tenant and name (version 5), those of staff are random (4).
DEMO_VERSION = 5


@dataclass(frozen=True)
class _Picture:
    file: Path
    alt: str
    credit: str = "Grafik: Verbund (Demo)"


def load_pool(tenant: Tenant, folder: Path, now: dt.datetime) -> None:
    """Makes the pool of a city that has none; one that is there keeps what staff made of it."""
    pool = read_pool(folder)
    if pool is None:
        return
    for home in homes():
        make_pool(home)
    if Category.objects.exists():
        return
    _Maker(tenant, folder, timezone.localdate(now)).make(pool)


def unload_pool(tenant: Tenant) -> None:
    """Removes the demo's requests, things and rooms; what staff added stays."""
    for request in Request.objects.all():
        if request.uuid.version == DEMO_VERSION:
            request.delete()
    for model in (Kit, Article, Room):
        for thing in model.objects.all():
            if thing.uuid.version == DEMO_VERSION and not _is_lent(thing):
                if isinstance(thing, Article):
                    thing.units.all().delete()
                if isinstance(thing, Room):
                    Unit.objects.filter(room=thing).delete()
                thing.delete()


def _is_lent(thing: Any) -> bool:
    """Whether somebody requested it who is no demo."""
    kind = type(thing).__name__.lower()
    return Request.objects.filter(**{f"lines__{kind}": thing}).exists()


class _Maker:
    def __init__(self, tenant: Tenant, folder: Path, today: dt.date) -> None:
        self.tenant, self.folder, self.today = tenant, folder, today

    def make(self, pool: DemoPool) -> None:
        points = [self._point(one) for one in pool.points]
        Terms.objects.create(version=1, text=pool.terms.strip(), since=self.today)
        for closed in pool.closed:
            first = self.today + dt.timedelta(days=closed.in_days)
            last = first + dt.timedelta(days=closed.days - 1)
            ClosedDay.objects.create(first=first, last=last, reason=closed.reason)
        for order, category in enumerate(pool.categories, start=1):
            shelf = Category.objects.create(
                name=category.name, slug=slugify(category.name), order=order * 10
            )
            for place, article in enumerate(category.articles):
                self._article(article, shelf, points[0 if place % 4 < 3 else -1])
        for room in pool.rooms:
            self._room(room, points[0])
        for kit in pool.kits:
            self._kit(kit)
        for rule in pool.rules:
            values = rule.model_dump(exclude={"category", "article"})
            if rule.category:
                values["category"] = Category.objects.get(name=rule.category)
            if rule.article:
                values["article"] = Article.objects.get(name=rule.article)
            Rule.objects.create(**values)
        make_requests(self.tenant, pool, self.today)

    def _point(self, point: Any) -> PickupPoint:
        made = PickupPoint.objects.create(**point.model_dump(exclude={"hours"}))
        rows = [
            OpeningHours(point=made, weekday=day, opens=opens, closes=closes)
            for day, opens, closes in point.rows
        ]
        OpeningHours.objects.bulk_create(rows)
        return made

    def _article(self, article: DemoArticle, category: Category, point: PickupPoint) -> None:
        values = article.model_dump(exclude={"units", "network", "picture", "name"})
        made = Article(**self._common(article.name, article.picture), **values)
        made.category, made.in_network = category, article.network
        made.save()
        prefix = f"{category.order // 10:02d}-{made.pk:03d}"
        Unit.objects.bulk_create(
            Unit(article=made, inventory_number=f"{prefix}-{number:02d}", point=point)
            for number in range(1, article.units + 1)
        )
        made.save()  # with its pieces the search knows its free days

    def _room(self, room: DemoRoom, point: PickupPoint) -> None:
        values = room.model_dump(exclude={"seats", "network", "picture", "name"})
        made = Room(**self._common(room.name, room.picture), **values)
        made.category = Category.objects.get(name=ROOMS)
        made.in_network, made.point = room.network, point
        made.save()
        for layout, seats in room.seats.items():
            RoomLayout.objects.create(room=made, layout=layout, seats=seats)
        Unit.objects.get_or_create(room=made, defaults={"inventory_number": f"R-{made.pk:03d}"})
        made.save()

    def _kit(self, kit: DemoKit) -> None:
        made = Kit(**self._common(kit.name, kit.picture), summary=kit.summary, text=kit.text)
        made.category = Category.objects.get(name=kit.category)
        made.save()
        for order, part in enumerate(kit.parts):
            article = Article.objects.get(name=part.article)
            KitPart.objects.create(
                kit=made,
                article=article,
                number=part.number,
                chosen=part.chosen,
                sort_order=order,
            )

    def _common(self, name: str, picture: Picture | None) -> dict[str, Any]:
        image = None
        if picture is not None:
            file = self.folder / "media" / picture.file
            image = image_for(_Picture(file, f"Zeichnung: {name}"))
        slug = slugify(name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))
        key = uuid.uuid5(self.tenant.uuid, f"resources:{name}")
        return {"uuid": key, "name": name, "slug": slug, "image": image}
