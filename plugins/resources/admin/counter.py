"""Hand out and take back: codes are scanned or typed, one after the other, without a script."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plugins.resources.admin.counter_forms import PieceForm, SlipForm, saved_photos
from plugins.resources.admin.frame import actor_of, frame
from plugins.resources.domain.codes import unit_of
from plugins.resources.domain.handovers import (
    CannotGo,
    Seen,
    Slip,
    hand_out,
    pieces,
    take_back,
    try_out,
)
from plugins.resources.enums import BookingState
from plugins.resources.models import Booking, Request

MOST_CODES = 200


def handing_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Pieces that are to go; each code is looked at as it comes, and all go with one button."""
    wanted = get_object_or_404(Request, pk=pk)
    codes = list(dict.fromkeys(request.POST.getlist("codes")))[:MOST_CODES]
    form = SlipForm(request.POST or None, initial={"person": wanted.name})
    error = ""
    if request.method == "POST":
        typed = request.POST.get("typed", "").strip()
        try:
            if typed:
                codes = _with(codes, wanted, typed)
            elif request.POST.get("do") == "hand_out" and form.is_valid():
                return _gone(request, wanted, codes, form)
        except CannotGo as refusal:
            error = str(refusal)
    waiting = list(pieces(wanted, BookingState.CONFIRMED))
    chosen = {unit.pk for code in codes if (unit := unit_of(code)) is not None}
    meant = {booking.unit_id for booking in waiting}
    context = _frame(wanted, _("Hand out")) | {
        "bookings": [(booking, booking.unit_id in chosen) for booking in waiting],
        "instead": [code for code in codes if _unit_key(code) not in meant],
        "form": form,
        "error": error,
        "out": pieces(wanted, BookingState.OUT),
    }
    return render(request, "resources/admin/hand_out.html", context)


def taking_back(request: HttpRequest, pk: int) -> HttpResponse:
    """What is out, a row a piece; what is not ticked stays out."""
    wanted = get_object_or_404(Request, pk=pk)
    out = list(pieces(wanted, BookingState.OUT))
    typed = request.POST.get("typed", "").strip()
    found = _row_of(out, typed) if typed else None
    error = ""
    if typed and found is None:
        error = _("“%s” is not out with this request.") % typed
    forms = [_piece_form(request, booking, found) for booking in out]
    slip = SlipForm(request.POST or None, initial={"person": wanted.name})
    valid = slip.is_valid() and all(form.is_valid() for form in forms)
    if valid and request.POST.get("do") == "take_back" and not typed:
        return _came(request, wanted, forms, slip)
    context = _frame(wanted, _("Take in again")) | {"forms": forms, "form": slip, "error": error}
    return render(request, "resources/admin/take_back.html", context)


def _with(codes: list[str], wanted: Request, typed: str) -> list[str]:
    """The codes and one more, which was looked at.

    :raises CannotGo: it cannot go.
    """
    unit = try_out(wanted, typed)
    return list(dict.fromkeys([*codes, unit.code]))


def _unit_key(code: str) -> int | None:
    unit = unit_of(code)
    return unit.pk if unit else None


def _gone(request: HttpRequest, wanted: Request, codes: list[str], form: SlipForm) -> HttpResponse:
    if not codes:
        raise CannotGo(_("Choose at least one piece, or scan its code."))
    made = hand_out(wanted, codes, _slip(request, form))
    if made is None:
        messages.info(request, _("This was handed out already."))
    else:
        messages.success(request, _("Handed out. The borrower gets a mail."))
    return redirect("resources_admin:request", pk=wanted.pk)


def _came(
    request: HttpRequest, wanted: Request, forms: list[PieceForm], slip: SlipForm
) -> HttpResponse:
    seen = [
        Seen(
            form.booking,
            form.cleaned_data["condition"],
            form.cleaned_data["missing"],
            form.cleaned_data["note"],
            saved_photos(form.cleaned_data["photos"], str(form.booking.unit)),
        )
        for form in forms
        if form.cleaned_data["back"]
    ]
    if not seen:
        messages.error(request, _("Tick what came back."))
        return redirect("resources_admin:take_back", pk=wanted.pk)
    if take_back(wanted, seen, _slip(request, slip)) is None:
        messages.info(request, _("This was taken back already."))
    else:
        messages.success(request, _("Taken back. The borrower gets a mail."))
    return redirect("resources_admin:request", pk=wanted.pk)


def _piece_form(request: HttpRequest, booking: Booking, found: Booking | None) -> PieceForm:
    if request.method != "POST":
        return PieceForm(booking)
    data: Any = request.POST.copy()
    if booking == found:
        data[f"{booking.pk}-back"] = "on"
    return PieceForm(booking, data, request.FILES)


def _row_of(out: list[Booking], typed: str) -> Booking | None:
    unit = unit_of(typed)
    return next((one for one in out if unit is not None and one.unit_id == unit.pk), None)


def _slip(request: HttpRequest, form: SlipForm) -> Slip:
    values = form.cleaned_data
    return Slip(actor_of(request), values["person"], values["signature"], values["note"])


def _frame(wanted: Request, title: str) -> dict[str, Any]:
    ways = (
        (_("Requests"), reverse("resources_admin:requests")),
        (wanted.number, reverse("resources_admin:request", args=[wanted.pk])),
    )
    return frame(title, *ways, subtitle=str(wanted)) | {"wanted": wanted}
