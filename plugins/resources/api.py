"""The read API at /api/v1/resources: what is lent, and what of it is free between two days."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from plugins.resources.domain.availability import NONE, Stock, free_between, key_of
from plugins.resources.domain.checks import period_problem
from plugins.resources.domain.queries import Thing, main_page, shown_things
from plugins.resources.domain.times import room_days, today, whole_days
from plugins.resources.models import Kit, Room
from verbund.plugin import FieldErrors, current_tenant, only_text

router = Router()

Kind = Literal["article", "room", "kit"]
Slug = Annotated[str, StringConstraints(max_length=60), only_text]


class ResourceOut(Schema):
    """A thing, a room or a kit as the pool's list shows it."""

    id: UUID = Field(description="Never changes.")
    kind: Kind
    name: str
    summary: str
    category: str = Field(description="Its short name.")
    url: str = Field(description="With the site's host.")
    seats: int | None = Field(description="Of a room: the most people it takes.")
    total: int = Field(description="How many usable pieces there are.")
    free: int | None = Field(description="How many are free between the days asked for.")
    in_network: bool


class ResourceList(Schema):
    count: int
    items: list[ResourceOut]
    next: str | None


class Parameters(Schema):
    first: dt.date | None = Field(None, description="First day; with `last` says what is free.")
    last: dt.date | None = Field(None, description="Last day.")
    kind: Kind | None = None
    category: Slug = ""
    page: int = Field(1, ge=1, le=100_000)
    page_size: int = Field(20, ge=1, le=100)


@router.get("", response=ResourceList, summary="Ressourcen, auf Wunsch mit freiem Bestand")
def list_resources(request: HttpRequest, parameters: Query[Parameters]) -> dict[str, Any]:
    things = _things(parameters) if main_page() is not None else []
    start = (parameters.page - 1) * parameters.page_size
    end = start + parameters.page_size
    shown = things[start:end]
    return {
        "count": len(things),
        "items": _items(shown, parameters),
        "next": _next(request, parameters.page) if end < len(things) else None,
    }


def _things(parameters: Parameters) -> list[Thing]:
    things = shown_things(parameters.category)
    return [one for one in things if parameters.kind in {None, key_of(one).kind}]


def _items(things: list[Thing], parameters: Parameters) -> list[dict[str, Any]]:
    free = _free(things, parameters)
    # Any day: only the number of pieces is read.
    totals = free_between(whole_days(today(), today()), [key_of(one) for one in things])
    page = main_page()
    assert page is not None or not things
    base = current_tenant().base_url
    return [
        {
            "id": one.uuid,
            "kind": key_of(one).kind,
            "name": one.name,
            "summary": one.summary,
            "category": one.category.slug,
            "url": base + page.sub_url(key_of(one).kind, slug=one.slug) if page else base,
            "seats": one.most_seats or None if isinstance(one, Room) else None,
            "total": totals.get(key_of(one), NONE).total,
            "free": free[key_of(one)].free if key_of(one) in free else None,
            "in_network": not isinstance(one, Kit) and one.in_network,
        }
        for one in things
    ]


def _free(things: list[Thing], parameters: Parameters) -> dict[Any, Stock]:
    first, last = parameters.first, parameters.last
    if first is None and last is None:
        return {}
    if first is None or last is None:
        name = "first" if first is None else "last"
        raise FieldErrors(**{name: ("missing", _("Name both days, or none."))})
    problem = period_problem(first, last)
    if problem is not None:
        name = "first" if problem.field == "starts" else "last"
        raise FieldErrors(**{name: (problem.code, problem.message)})
    rooms = [key_of(one) for one in things if isinstance(one, Room)]
    others = [key_of(one) for one in things if not isinstance(one, Room)]
    found = free_between(whole_days(first, last), others)
    return {**found, **free_between(room_days(first, last), rooms)}


def _next(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page + 1)
    return f"{current_tenant().base_url}{request.path}?{query.urlencode()}"
