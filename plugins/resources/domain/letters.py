"""Mails to the borrower, one for each step, with the calendar entry where there is one."""

from collections.abc import Callable, Sequence

from django.core.mail import EmailAttachment
from django.utils.translation import gettext as _

from plugins.resources.calendars import MEDIA_TYPE, calendar_of
from plugins.resources.domain.links import status_url
from plugins.resources.domain.wording import line_words, moment, money
from plugins.resources.enums import LineStatus
from plugins.resources.models import Line, Request
from verbund.plugin import Letter, current_tenant, send_letter


def confirm_address(request: Request) -> None:
    """To a borrower without account: the request counts when the link is opened."""

    def write() -> Letter:
        return Letter(
            subject=_("Please confirm your request %s") % request.number,
            heading=_("One more click, and your request counts"),
            text=(_hello(request), *_list_of(_lines(request))),
            action=(_("Confirm the request"), status_url(request)),
            after=(
                _("We hold everything for you until %s. If it was not you, do nothing.")
                % moment(request.held_until),
            ),
        )

    _send(request, write)


def requested(request: Request) -> None:
    """The request has come in; staff decide."""

    def write() -> Letter:
        return Letter(
            subject=_("Your request %s") % request.number,
            heading=_("We have your request"),
            text=(
                _hello(request),
                *_list_of(_lines(request)),
                *_sums(request),
                _("We hold everything for you until %s and answer by then.")
                % moment(request.held_until),
            ),
            action=(_("See, change or cancel"), status_url(request)),
            attachments=_calendar(request),
        )

    _send(request, write)


def confirmed(request: Request) -> None:
    """Lines were confirmed."""

    def write() -> Letter:
        lines = [line for line in _lines(request) if line.status == LineStatus.CONFIRMED]
        return Letter(
            subject=_("Confirmed: your request %s") % request.number,
            heading=_("It is yours"),
            text=(_hello(request), *_list_of(lines), *_sums(request)),
            action=(_("See, change or cancel"), status_url(request)),
            attachments=_calendar(request),
        )

    _send(request, write)


def refused(request: Request, lines: Sequence[Line], reason: str) -> None:
    """Lines were refused, with the reason."""

    def write() -> Letter:
        return Letter(
            subject=_("Your request %s") % request.number,
            heading=_("We cannot lend you this"),
            text=(_hello(request), *_list_of(lines), reason),
            action=(_("See your request"), status_url(request)),
        )

    _send(request, write)


def cancelled(request: Request, lines: Sequence[Line]) -> None:
    """Lines were cancelled."""

    def write() -> Letter:
        return Letter(
            subject=_("Cancelled: your request %s") % request.number,
            heading=_("Your request is cancelled"),
            text=(_hello(request), *_list_of(lines)),
            action=(_("See your request"), status_url(request)),
            attachments=_calendar(request),
        )

    _send(request, write)


def changed(request: Request) -> None:
    """Times or numbers are others now."""

    def write() -> Letter:
        return Letter(
            subject=_("Changed: your request %s") % request.number,
            heading=_("Your request is changed"),
            text=(_hello(request), *_list_of(_lines(request)), *_sums(request)),
            action=(_("See, change or cancel"), status_url(request)),
            attachments=_calendar(request),
        )

    _send(request, write)


def expired(request: Request) -> None:
    """Nobody decided in time, or the address was never confirmed."""

    def write() -> Letter:
        return Letter(
            subject=_("Expired: your request %s") % request.number,
            heading=_("We no longer hold these for you"),
            text=(_hello(request), *_list_of(_lines(request))),
            after=(_("You are welcome to request again."),),
        )

    _send(request, write)


def _send(request: Request, write: Callable[[], Letter]) -> None:
    contact = str(current_tenant().contact.get("email", ""))
    send_letter(
        request.email,
        write,
        language=request.language,
        about=f"resources.request:{request.pk}",
        reply_to=contact,
    )


def _hello(request: Request) -> str:
    return _("Hello %s,") % request.name


def _list_of(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(f"– {line_words(line)}" for line in lines)


def _sums(request: Request) -> tuple[str, ...]:
    words = _("Together: %(total)s, deposit: %(deposit)s.")
    return (words % {"total": money(request.total), "deposit": money(request.deposit)},)


def _calendar(request: Request) -> tuple[EmailAttachment, ...]:
    content = calendar_of(request).decode()
    return (EmailAttachment(f"{request.number}.ics", content, MEDIA_TYPE),)


def _lines(request: Request) -> list[Line]:
    return list(request.lines.select_related("article", "room", "kit"))
