"""A request as calendar entries, for mails."""

import datetime as dt

from django.utils import timezone
from icalendar import Calendar, Event

from plugins.resources.domain.times import Period
from plugins.resources.enums import LineStatus
from plugins.resources.models import Line, Request
from verbund.plugin import current_tenant

MEDIA_TYPE = "text/calendar"
TENTATIVE = (LineStatus.HELD, LineStatus.OFFERED, LineStatus.WAITING)
OVER = (LineStatus.REFUSED, LineStatus.CANCELLED, LineStatus.EXPIRED)


def calendar_of(request: Request) -> bytes:
    """All its lines; those that are over are marked as cancelled, so that calendars drop them."""
    lines = list(request.lines.select_related("article", "room", "kit", "room__point"))
    calendar = Calendar()
    calendar.add("prodid", "-//Verbund//Ressourcen//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for line in lines:
        calendar.add_component(event_of(line, request))
    return calendar.to_ical()


def event_of(line: Line, request: Request) -> Event:
    """Rooms by the hour, things by whole days."""
    event = Event()
    host = current_tenant().canonical_domain
    event.add("uid", f"line-{line.pk}-{request.uuid}@{host}")
    event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    event.add("summary", f"{line.number} × {line.thing.name}" if not line.room else line.room.name)
    event.add("description", f"{request.number}: {request.occasion}")
    event.add("status", _status(line))
    period = Period(line.starts, line.ends)
    if line.room:
        event.add("dtstart", line.starts.astimezone(dt.UTC))
        event.add("dtend", line.ends.astimezone(dt.UTC))
        if line.room.point:
            event.add("location", line.room.point.address or line.room.point.name)
    else:
        event.add("dtstart", period.first)
        event.add("dtend", period.last + dt.timedelta(days=1))
    return event


def _status(line: Line) -> str:
    if line.status in OVER:
        return "CANCELLED"
    return "TENTATIVE" if line.status in TENTATIVE else "CONFIRMED"
