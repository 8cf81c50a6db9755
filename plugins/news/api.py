"""The read API at /api/v1/news: what the lists show, as JSON."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from plugins.news.domain import queries
from plugins.news.domain.filters import NewsFilter
from plugins.news.domain.reading import words_of
from plugins.news.enums import PRESS_SLUG, Kind
from plugins.news.models import NewsPage
from verbund.plugin import current_tenant

router = Router()


class TopicOut(Schema):
    slug: str
    name: str


class ImageOut(Schema):
    url: str
    width: int
    height: int
    alt: str
    credit: str


class NewsOut(Schema):
    """An item as lists give it."""

    id: int
    kind: Kind
    title: str
    lead: str
    url: str = Field(description="With the site's host.")
    language: str
    date: datetime | None
    updated: datetime | None
    author: str
    topics: list[TopicOut]
    image: ImageOut | None


class NewsDetailOut(NewsOut):
    text: str = Field(description="The body as plain text.")


class NewsList(Schema):
    count: int
    items: list[NewsOut]
    next: str | None


class NewsParameters(Schema):
    topic: str = Field("", description="A topic's short name.")
    year: int | None = Field(None, ge=1970, le=2199)
    kind: Kind | None = None
    language: str = Field("", max_length=20)
    page: int = Field(1, ge=1, le=100_000)
    page_size: int = Field(20, ge=1, le=100)


@router.get("", response=NewsList, summary="Meldungen, neueste zuerst")
def list_news(request: HttpRequest, parameters: Query[NewsParameters]) -> dict[str, Any]:
    found = _matching(parameters)
    start = (parameters.page - 1) * parameters.page_size
    end = start + parameters.page_size
    count = found.count()
    items = queries.for_cards(queries.newest(found))[start:end]
    return {
        "count": count,
        "items": [_item(item) for item in items],
        "next": _next(request, parameters.page) if end < count else None,
    }


@router.get("{item_id}", response=NewsDetailOut, summary="Eine Meldung")
def get_news(request: HttpRequest, item_id: int) -> dict[str, Any]:
    item = queries.for_cards(queries.visible_items()).filter(pk=item_id).first()
    if item is None:
        raise Http404("No such item.")
    return {**_item(item), "text": words_of(item)}


def _matching(parameters: NewsParameters) -> queries.Items:
    found = queries.matching(queries.visible_items(), NewsFilter(parameters.topic, parameters.year))
    if parameters.kind == Kind.PRESS:
        found = queries.matching(found, NewsFilter(PRESS_SLUG))
    elif parameters.kind == Kind.NEWS:
        found = found.filter(pressreleasepage__isnull=True)
    if parameters.language:
        found = found.filter(locale__language_code=parameters.language)
    return found


def _next(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page + 1)
    return f"{current_tenant().base_url}{request.path}?{query.urlencode()}"


def _item(item: NewsPage) -> dict[str, Any]:
    return {
        "id": item.pk,
        "kind": item.kind,
        "title": item.title,
        "lead": item.teaser_text,
        "url": f"{current_tenant().base_url}{item.url}",
        "language": item.locale.language_code,
        "date": item.date,
        "updated": item.last_published_at,
        "author": item.author_line,
        "topics": [{"slug": topic.slug, "name": topic.name} for topic in item.topic_list],
        "image": _image(item),
    }


def _image(item: NewsPage) -> dict[str, Any] | None:
    if item.image is None:
        return None
    picture = item.image.get_rendition("fill-800x533|format-webp")
    return {
        "url": f"{current_tenant().base_url}{picture.url}",
        "width": picture.width,
        "height": picture.height,
        "alt": item.image.description,
        "credit": item.image.credit,
    }
