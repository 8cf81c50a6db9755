"""A member's own requests, and those of the organisations that she may act for."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from plugins.resources.domain.feeds import own_feed, take_back
from plugins.resources.domain.links import status_url
from plugins.resources.domain.queries import main_page, with_lines
from plugins.resources.domain.wording import line_words
from plugins.resources.enums import RUNNING_REQUESTS, RequestStatus
from plugins.resources.models import Feed, Request
from verbund.plugin import (
    active_language,
    current_tenant,
    for_reader,
    member_of,
    organisations_of,
)

MOST = 100


def own_requests(request: HttpRequest) -> QuerySet[Request]:
    """Newest first; asked anew each time: somebody may have been taken off an organisation."""
    account = member_of(request)
    if account is None:
        return Request.objects.none()
    keys = [one.key for one in organisations_of(account)]
    return Request.objects.filter(Q(account=account) | Q(organisation_key__in=keys))


def own_rows(request: HttpRequest) -> list[dict[str, Any]]:
    page = main_page()
    return [
        {
            "title": f"{one.number}: {one.occasion}",
            "url": status_url(one, page),
            "text": "; ".join(line_words(line) for line in one.lines.all()),
            "status": {"kind": _shape(one), "text": one.get_status_display()},
            "gone": one.status not in RUNNING_REQUESTS,
        }
        for one in with_lines(own_requests(request))[:MOST]
    ]


def offered(request: HttpRequest) -> tuple[int, str]:
    count = own_requests(request).filter(status=RequestStatus.OFFERED).count()
    return count, reverse("resources_konto:overview")


def calendar_url(request: HttpRequest) -> str:
    """The secret address of her calendar; empty while there is none."""
    feed, page = Feed.objects.filter(account=member_of(request)).first(), main_page()
    if feed is None or feed.account is None or page is None:
        return ""
    return current_tenant().base_url + page.sub_url("calendar", key=feed.key)


def make_calendar(request: HttpRequest) -> None:
    account = member_of(request)
    if account is not None:
        own_feed(account)


def end_calendar(request: HttpRequest) -> None:
    account = member_of(request)
    for feed in Feed.objects.filter(account=account).exclude(account=None):
        take_back(feed)


def pool_url() -> str:
    page = main_page()
    return for_reader(page.url or "/", active_language()) if page else "/"


def _shape(request: Request) -> str:
    if request.status in {RequestStatus.CONFIRMED, RequestStatus.OUT, RequestStatus.DONE}:
        return "ok"
    return "wait" if request.status in RUNNING_REQUESTS else "off"
