"""What stands in addresses of the plugin *Ressourcen*."""

import datetime as dt
from typing import Any

from plugins.resources.models import (
    Article,
    Category,
    ClosedDay,
    Kit,
    PickupPoint,
    Request,
    Room,
    Rule,
    Terms,
    Unit,
)

MODELS = (Category, Article, Unit, Kit, Room, PickupPoint, ClosedDay, Rule, Terms)


def pool_objects(mark: str) -> dict[str, dict[str, Any]]:
    """One of each kind, by the namespaces of their views."""
    shelf = Category.objects.create(name=mark, slug=mark)
    named: dict[str, Any] = {"name": mark, "slug": mark, "category": shelf}
    article = Article.objects.create(**named)
    day = dt.date(2026, 1, 1)
    made = (
        shelf,
        article,
        Unit.objects.create(article=article, inventory_number=mark),
        Kit.objects.create(**named),
        Room.objects.create(**named),
        PickupPoint.objects.create(name=mark),
        ClosedDay.objects.create(first=day, last=day, reason=mark),
        Rule.objects.create(article=article),
        Terms.objects.create(version=Terms.objects.count() + 1, text=mark, since=day),
    )
    piece = Unit.objects.get(inventory_number=mark)
    request = Request.objects.create(number=mark, name=mark, email=f"{mark}@leihe.test")
    views = {"pk": request.pk, "code": piece.code, "kind": "vertrag"}
    return {"resources_admin": views} | {
        f"{place}_resources_{one._meta.model_name}": {"pk": one.pk}
        for one in made
        for place in ("wagtailsnippets", "wagtailsnippetchoosers")
    }


def pool_queries(by_view: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The lists' actions on many: of the one thing there is."""
    names = [str(model._meta.model_name) for model in MODELS]
    return {
        f"wagtail_bulk_action(resources.{name}.delete)": (
            f"?id={by_view[f'wagtailsnippets_resources_{name}']['pk']}"
        )
        for name in names
    }
