"""Mails that follow from what staff, the clock or a damage did; the borrower's own: letters.py."""

import datetime as dt
from collections.abc import Callable, Sequence

from django.core.mail import EmailAttachment
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.resources.calendars import MEDIA_TYPE, calendar_of
from plugins.resources.domain.links import status_url
from plugins.resources.domain.times import Period
from plugins.resources.domain.wording import line_words, moment, period_words
from plugins.resources.models import Line, Request, Waiting
from verbund.plugin import Letter, current_tenant, send_letter


def offered(request: Request, line: Line, before: str) -> None:
    """Other times, another number or another thing, held until she answers."""

    def write() -> Letter:
        return Letter(
            subject=_("An offer for your request %s") % request.number,
            heading=_("We can offer you this instead"),
            text=(
                _hello(request),
                _("You asked for: %s") % before,
                _("We offer: %s") % line_words(line),
            ),
            action=(_("Accept or decline"), status_url(request)),
            after=(_("We hold it for you until %s.") % moment(request.held_until),),
            attachments=_calendar(request),
        )

    _send(request, write)


def waiting(request: Request, made: Sequence[Waiting]) -> None:
    """She stands on the list, at this place."""

    def write() -> Letter:
        lines = [
            _("– %(what)s: place %(place)d") % {"what": line_words(one.line), "place": one.place}
            for one in made
        ]
        return Letter(
            subject=_("Waiting list: your request %s") % request.number,
            heading=_("You are on the waiting list"),
            text=(_hello(request), *lines, _("As soon as it is free, we write to you.")),
            action=(_("See, change or cancel"), status_url(request)),
        )

    _send(request, write)


def became_free(request: Request, line: Line, until: dt.datetime) -> None:
    """Free for her now, for 48 hours."""

    def write() -> Letter:
        return Letter(
            subject=_("Free now: your request %s") % request.number,
            heading=_("What you wait for is free"),
            text=(_hello(request), line_words(line)),
            action=(_("Take it or leave it"), status_url(request)),
            after=(_("We hold it for you until %s. Then the next one gets it.") % moment(until),),
            attachments=_calendar(request),
        )

    _send(request, write)


def waited_in_vain(request: Request, line: Line, *, asked: bool) -> None:
    """She did not answer, or nothing became free."""

    def write() -> Letter:
        why = (
            _("We had no answer, so it goes to the next one.")
            if asked
            else _("Nothing has become free in time. We are sorry.")
        )
        return Letter(
            subject=_("Waiting list: your request %s") % request.number,
            heading=_("Your place on the waiting list is over"),
            text=(_hello(request), line_words(line), why),
            action=(_("See your request"), status_url(request)),
        )

    _send(request, write)


def remind(request: Request, lines: Sequence[Line], days: int) -> None:
    """Overdue for so many days; words grow firmer."""

    def write() -> Letter:
        late = ngettext("It was due %d day ago.", "It was due %d days ago.", days) % days
        firm = {
            True: _("Others wait for it. Please call us today if you cannot bring it."),
            False: _("Please bring it back on the next open day, or call us."),
        }[days > 1]
        return Letter(
            subject=_("Please bring back: %s") % request.number,
            heading=_("Please bring this back"),
            text=(_hello(request), *_list_of(lines), late, firm),
            action=(_("See your request"), status_url(request)),
        )

    _send(request, write)


def damaged(request: Request, line: Line, dates: Sequence[Period], others: Sequence[str]) -> None:
    """A piece that she was to get is broken and there is no other."""

    def write() -> Letter:
        hours = line.room_id is not None
        on_days = [f"– {period_words(one, hours=hours)}" for one in dates]
        instead = [f"– {name}" for name in others]
        return Letter(
            subject=_("A change in your loan %s") % request.number,
            heading=_("Something you are to get is broken"),
            text=(
                _hello(request),
                line_words(line),
                _("We try to have it repaired in time, but cannot promise it."),
                *([_("On these days we have it for sure:"), *on_days] if on_days else []),
                *([_("In your time these are free:"), *instead] if instead else []),
            ),
            action=(_("See, change or cancel"), status_url(request)),
        )

    _send(request, write)


def handed_out(request: Request, pieces: Sequence[str]) -> None:
    """What she took with her, and until when."""

    def write() -> Letter:
        return Letter(
            subject=_("Handed out: %s") % request.number,
            heading=_("You have taken this with you"),
            text=(_hello(request), *(f"– {one}" for one in pieces)),
            action=(_("See your request"), status_url(request)),
            attachments=_calendar(request),
        )

    _send(request, write)


def taken_back(request: Request, pieces: Sequence[str], missing: Sequence[str]) -> None:
    """What came back, and what is still out."""

    def write() -> Letter:
        still = [f"– {one}" for one in missing]
        return Letter(
            subject=_("Taken back: %s") % request.number,
            heading=_("Thank you, this is back"),
            text=(
                _hello(request),
                *(f"– {one}" for one in pieces),
                *([_("Still out:"), *still] if still else []),
            ),
            action=(_("See your request"), status_url(request)),
        )

    _send(request, write)


def _send(request: Request, write: Callable[[], Letter]) -> None:
    if not request.email:
        return
    send_letter(
        request.email,
        write,
        language=request.language,
        about=f"resources.request:{request.pk}",
        reply_to=str(current_tenant().contact.get("email", "")),
    )


def _hello(request: Request) -> str:
    return _("Hello %s,") % request.name


def _list_of(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(f"– {line_words(line)}" for line in lines)


def _calendar(request: Request) -> tuple[EmailAttachment, ...]:
    content = calendar_of(request).decode()
    return (EmailAttachment(f"{request.number}.ics", content, MEDIA_TYPE),)
