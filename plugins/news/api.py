"""The API at /api/v1/news: what the lists show, as JSON; and drafts from programs."""

from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import Header, Query, Router, Schema, Status
from pydantic import ConfigDict, Field, StringConstraints

from plugins.news.domain import queries
from plugins.news.domain.drafts import make_draft
from plugins.news.domain.filters import NewsFilter
from plugins.news.domain.reading import words_of
from plugins.news.enums import PRESS_SLUG, Kind
from plugins.news.models import NewsPage
from verbund.plugin import ApiScope, current_tenant, needs_scope, once, only_text

router = Router()

WRITE = "news:write"
api_scopes = (ApiScope(WRITE, _("Hand in drafts of news items"), order=100),)

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255), only_text
]
Lead = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400), only_text]
Body = Annotated[str, StringConstraints(max_length=100_000), only_text]
Slug = Annotated[str, StringConstraints(max_length=60), only_text]


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
    topic: Slug = Field("", description="A topic's short name.")
    year: int | None = Field(None, ge=1970, le=2199)
    kind: Kind | None = None
    language: Slug = ""
    page: int = Field(1, ge=1, le=100_000)
    page_size: int = Field(20, ge=1, le=100)


class NewsIn(Schema):
    """A draft as a program hands it in."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    title: Title
    lead: Lead = ""
    body: Body = Field(
        "", description="HTML: paragraphs, lists, bold, italic, links; the rest is taken out."
    )
    topics: list[Slug] = Field([], max_length=20, description="Short names of topics.")
    language: Slug = Field("de", description="One of the site's.")


class NewsDraftOut(Schema):
    id: int
    title: str
    language: str
    topics: list[str]
    body: str = Field(description="As it was kept.")
    status: Literal["draft"]
    edit_url: str = Field(description="Where an editor finds it.")


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


@router.post(
    "",
    response={201: NewsDraftOut},
    auth=needs_scope(WRITE),
    summary="Einen Entwurf einreichen",
    description=(
        f"Braucht einen Schlüssel mit `{WRITE}`. Veröffentlicht wird nichts: Die Redaktion findet "
        "den Entwurf unter Meldungen. Mit demselben `Idempotency-Key` entsteht er nur einmal."
    ),
)
def create_news(
    request: HttpRequest,
    data: NewsIn,
    idempotency_key: Annotated[
        str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)
    ] = None,
) -> Status:
    return Status(201, once(request, lambda: _draft(request, data)))


def _draft(request: HttpRequest, data: NewsIn) -> dict[str, Any]:
    user = request.auth.made_by  # type: ignore[attr-defined]  # the key, set by ninja
    item = make_draft(**data.model_dump(), user=user)
    return {
        "id": item.pk,
        "title": item.title,
        "language": item.locale.language_code,
        "topics": list(data.topics),
        "body": "".join(block.value.source for block in item.body),
        "status": "draft",
        "edit_url": current_tenant().base_url + reverse("wagtailadmin_pages:edit", args=[item.pk]),
    }


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
