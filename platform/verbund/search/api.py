"""`/api/v1/search`: the same search for programs."""

import datetime as dt
from dataclasses import replace
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from verbund.common.client import address_key
from verbund.common.limits import Limit
from verbund.plugin import FieldErrors, only_text

from . import cursor
from .parameters import LONGEST_TEXT, MOST_VALUES, Parameters
from .presentation import Presentation
from .query import After, Hit
from .views import find

router = Router()

REQUESTS = Limit("api-search", "60/m")

LIMITED = {
    "responses": {
        429: {
            "description": "Zu viele Anfragen; wie lange zu warten ist, sagt Retry-After.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    }
}

Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), only_text]
Word = Annotated[str, StringConstraints(max_length=200), only_text]
Cursor = Annotated[str, StringConstraints(max_length=cursor.LONGEST), only_text]
Year = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
Words = Annotated[list[Word], Field(max_length=MOST_VALUES)]


class SearchHit(Schema):
    site: str = Field(description="Short name of the city's site.")
    kind: str
    language: str
    title: str
    excerpt: str = Field(description="HTML: what was found stands in <mark>.")
    url: str = Field(description="With the site's host.")
    topics: list[str]
    date: dt.date | None


class SearchHits(Schema):
    count: int
    items: list[SearchHit]
    next: str | None = Field(description="Where the list goes on; nothing comes twice.")


class SearchParameters(Schema):
    """The filters of the search page, by the names that they have in its address."""

    q: Text = Field(description="What is looked for.")
    stadt: Words = Field([], description="Short names of sites.")
    art: Words = Field([], description="Kinds, as `kind` of the items gives them.")
    thema: Words = Field([], description="Topics.")
    sprache: Words = Field([], description="Codes of languages.")
    jahr: list[Year] = Field([], max_length=MOST_VALUES, description="Years, of four digits.")
    frei: dt.date | Literal[""] = Field("", description="Only what is free on this day.")
    bereich: Literal["", "netz"] = Field("", description="`netz` searches the whole network.")
    sortierung: Literal["", "neueste"] = Field("", description="`neueste`: newest first.")
    cursor: Cursor = Field("", description="Out of `next`.")
    limit: int = Field(20, ge=1, le=50, description="How many items at once.")


@router.get("", response=SearchHits, summary="Suche", url_name="search", openapi_extra=LIMITED)
def search(request: HttpRequest, parameters: Query[SearchParameters]) -> dict[str, Any]:
    """:raises TooMany: more than a minute's worth of requests from one address."""
    REQUESTS.hit(address_key(request))
    asked = replace(Parameters.read(request.GET), page=1)
    after = _after(asked, parameters.cursor)
    # One more than is given says whether there are more.
    presentation = find(request, asked, page_size=parameters.limit + 1, after=after)
    hits = presentation.result.hits[: parameters.limit]
    more = len(presentation.result.hits) > len(hits)
    following = cursor.encode(asked.encoded(), hits, after) if more else ""
    return {
        "count": presentation.result.total,
        "items": [_item(presentation, hit) for hit in hits],
        "next": _address(presentation, parameters.limit, following) if more else None,
    }


def _after(asked: Parameters, text: str) -> After | None:
    """:raises FieldErrors: the cursor is none, or one of another search."""
    try:
        return cursor.decode(asked.encoded(), text) if text else None
    except cursor.BadCursor:
        message = _("This cursor is none of this search. Begin again without it.")
        raise FieldErrors(cursor=("bad_cursor", message)) from None


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


def _address(presentation: Presentation, limit: int, following: str) -> str:
    size = "" if limit == SearchParameters.model_fields["limit"].default else f"&limit={limit}"
    query = f"{presentation.parameters.encoded()}{size}&cursor={following}"
    return f"{presentation.home.base_url}/api/v1/search?{query}"
