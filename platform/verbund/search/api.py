"""`/api/v1/search`: the same search for programs."""

import datetime as dt
from dataclasses import replace

from django.http import HttpRequest
from ninja import Router, Schema

from .parameters import Parameters
from .presentation import Presentation
from .query import Hit
from .views import find

router = Router()


class SearchHit(Schema):
    site: str
    kind: str
    language: str
    title: str
    excerpt: str
    url: str
    topics: list[str]
    date: dt.date | None


class SearchHits(Schema):
    count: int
    items: list[SearchHit]
    next: str | None


@router.get("", response=SearchHits, summary="Suche", url_name="search")
def search(request: HttpRequest, q: str, seite: int = 1) -> SearchHits:
    """Filter wie auf der Suchseite: stadt, art, thema, sprache, jahr (mehrfach), bereich=netz."""
    parameters = Parameters.read(request.GET)
    presentation = find(request, parameters)
    items = [_item(presentation, hit) for hit in presentation.result.hits]
    return SearchHits(count=presentation.result.total, items=items, next=_next(presentation))


def _item(presentation: Presentation, hit: Hit) -> SearchHit:
    tenant = presentation.by_uuid[str(hit.tenant)]
    return SearchHit(
        site=tenant.schema_name,
        kind=hit.kind,
        language=hit.language,
        title=hit.title,
        excerpt=hit.excerpt,
        url=f"{tenant.base_url}{hit.path}",
        topics=list(hit.topics),
        date=hit.date,
    )


def _next(presentation: Presentation) -> str | None:
    if not presentation.result.has_next:
        return None
    following = replace(presentation.parameters, page=presentation.parameters.page + 1)
    host = presentation.home.base_url
    return f"{host}/api/v1/search?{following.encoded()}&seite={following.page}"
