"""Pages of a list, in the URL as `?seite=2`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

T = TypeVar("T")
PARAMETER = "seite"


@dataclass(frozen=True)
class Paging(Generic[T]):
    """One page of a list: its items, its number, how many there are, and the other filters."""

    items: Sequence[T]
    page: int
    pages: int
    total: int
    query: str


def paginate(
    request: HttpRequest, items: "QuerySet[Any] | Sequence[T]", per_page: int
) -> "Paging[T]":
    """The page that the URL asks for.

    :raises Http404: no number, or none of this list.
    """
    paginator = Paginator(items, per_page)
    try:
        page = paginator.page(int(request.GET.get(PARAMETER) or 1))
    except (ValueError, EmptyPage):
        raise Http404("No such page of the list.") from None
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    return Paging(
        items=list(page.object_list),
        page=page.number,
        pages=paginator.num_pages,
        total=paginator.count,
        query=query.urlencode(),
    )
