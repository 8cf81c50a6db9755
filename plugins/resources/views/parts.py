"""What the public views share: the basket's cookie, answers that no cache keeps."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from plugins.resources.domain.baskets import LIFE, find_basket
from plugins.resources.models import Basket, ResourcesPage
from plugins.resources.rows import address


def cookie_name() -> str:
    return "__Host-korb" if settings.SESSION_COOKIE_SECURE else "korb"


def basket_of(request: HttpRequest) -> Basket | None:
    return find_basket(request.COOKIES.get(cookie_name(), ""))


def remember(response: HttpResponse, key: str) -> None:
    """The one cookie of the pool, set with the first thing in the basket."""
    response.set_cookie(
        cookie_name(),
        key,
        max_age=int(LIFE.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(cookie_name(), samesite="Lax")


def basket_words(request: HttpRequest, page: ResourcesPage) -> dict[str, Any] | None:
    """“2 lines in your basket”, with its address; None for an empty one."""
    basket = basket_of(request)
    count = basket.lines.count() if basket else 0
    if not count:
        return None
    text = ngettext("%d line in your basket", "%d lines in your basket", count) % count
    return {"text": text, "url": address(page, "basket")}


def no_store(response: HttpResponse) -> HttpResponse:
    """What knows a person or her basket is kept by no cache."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
