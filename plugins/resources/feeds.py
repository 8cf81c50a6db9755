"""Calendars that people subscribe to, each behind an address that nobody guesses."""

import datetime as dt
import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from icalendar import Calendar

from plugins.resources.calendars import MEDIA_TYPE, event_of
from plugins.resources.domain.feeds import feed_by, lines_in, title_of
from plugins.resources.models import Feed, ResourcesPage


@require_safe
def calendar(request: HttpRequest, page: ResourcesPage, key: uuid.UUID) -> HttpResponse:
    feed = feed_by(key)
    if feed is None:
        raise Http404("This address of a calendar means none.")
    response = HttpResponse(calendar_file(feed), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="verleih.ics"'
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def calendar_file(feed: Feed) -> bytes:
    """Staff read who has it; a member reads her own."""
    found = Calendar()
    found.add("prodid", "-//Verbund//Ressourcen//DE")
    found.add("version", "2.0")
    found.add("x-wr-calname", title_of(feed))
    found.add("refresh-interval", dt.timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for line in lines_in(feed):
        event = event_of(line, line.request)
        if feed.account is None:
            who = line.request.organisation_name or line.request.name
            event["summary"] = f"{event['summary']}: {who}"
        found.add_component(event)
    return bytes(found.to_ical())
