"""Loan agreement and hand-over sheet of a request, filled in."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.resources.domain.wording import line_words, moment, money, when_words
from plugins.resources.enums import BookingState, Direction, LineStatus
from plugins.resources.models import Booking, Handover, Request
from plugins.resources.printing import Sheet, Signature, Table
from verbund.plugin import current_tenant, german_date

LENT = (LineStatus.CONFIRMED, LineStatus.OUT, LineStatus.DONE)
KEPT = (BookingState.CONFIRMED, BookingState.OUT, BookingState.BACK)


def agreement(request: Request) -> Sheet:
    """Who lends what to whom, for how long and on what terms."""
    bookings = _bookings(request)
    signed = request.handovers.filter(direction=Direction.OUT).exclude(signature="").last()
    return Sheet(
        heading=_("Loan agreement %s") % request.number,
        lead=_("Between %(lender)s and %(borrower)s.")
        % {
            "lender": current_tenant().association,
            "borrower": request.organisation_name or request.name,
        },
        facts=_parties(request),
        tables=(
            Table(
                title=_("What is lent"),
                head=(_("Piece"), _("Inventory number"), _("When"), _("Value")),
                rows=[
                    (
                        _name(one),
                        one.unit.inventory_number,
                        when_words(one.line),
                        _value(one),
                    )
                    for one in bookings
                ],
                widths=(4, 3, 5, 2),
                numbers=(3,),
                none=_("Nothing is confirmed yet."),
            ),
        ),
        after=((_("Total"), money(request.total)), (_("Deposit"), money(request.deposit))),
        text_title=str(request.terms) if request.terms else "",
        text=request.terms.text if request.terms else "",
        signatures=(
            Signature(_("Place, date, signature of the lender")),
            _signature(signed, _("Place, date, signature of the borrower")),
        ),
    )


def handover_sheet(request: Request) -> Sheet:
    """What went out and came back, in what condition; and room for what still does."""
    visits = list(request.handovers.prefetch_related("items__unit__article", "items__unit__room"))
    tables = [_visit(one) for one in visits] or [_to_fill_in(request)]
    last = visits[-1] if visits else None
    return Sheet(
        heading=_("Hand-over sheet %s") % request.number,
        facts=_parties(request),
        tables=tuple(tables),
        signatures=(
            Signature(_("Date, signature of the lender")),
            _signature(last, _("Date, signature of the borrower")),
        ),
    )


def _visit(one: Handover) -> Table:
    title = f"{one.get_direction_display()}, {moment(one.at)}"
    rows = [
        (
            str(item.unit),
            item.get_condition_display(),
            "; ".join(filter(None, (item.missing, item.note))),
        )
        for item in one.items.all()
    ]
    head = (_("Piece"), _("Condition"), _("Missing or noted"))
    return Table(_("%(what)s: %(who)s") % {"what": title, "who": one.person}, head, rows, (5, 3, 5))


def _to_fill_in(request: Request) -> Table:
    """For the pen, while nothing went out."""
    rows = [(str(one.unit), one.unit.get_condition_display(), "") for one in _bookings(request)]
    head = (_("Piece"), _("Condition"), _("Missing or noted"))
    title, none = _("To hand out"), _("Nothing is confirmed yet.")
    return Table(title, head, rows, (5, 3, 5), none=none)


def _parties(request: Request) -> tuple[tuple[str, str], ...]:
    return (
        (_("Organisation"), request.organisation_name),
        (_("Person"), ", ".join(filter(None, (request.name, request.email, request.phone)))),
        (_("Occasion"), request.occasion),
        (_("As of"), german_date(timezone.localdate())),
        (_("Lines"), "; ".join(_lines(request))),
    )


def _lines(request: Request) -> Iterable[str]:
    lines = request.lines.select_related("article", "room", "kit").filter(status__in=LENT)
    return (line_words(line) for line in lines)


def _bookings(request: Request) -> list[Booking]:
    found = Booking.objects.filter(line__request=request, state__in=KEPT)
    things = ("unit__article", "unit__room", "line__article", "line__room", "line__kit")
    return list(found.select_related(*things).order_by("line", "unit__inventory_number"))


def _name(booking: Booking) -> str:
    return str(booking.unit.article or booking.unit.room)


def _value(booking: Booking) -> str:
    article = booking.unit.article
    return money(article.value) if article and article.value else "–"


def _signature(handover: Handover | None, label: str) -> Signature:
    if handover is None or not handover.signature:
        return Signature(label)
    return Signature(label, handover.person, moment(handover.at), handover.signature)
