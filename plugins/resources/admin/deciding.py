"""The page of one request: all that is needed to decide, and the buttons to do it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plugins.resources.admin.deciding_forms import OfferForm, ReasonForm
from plugins.resources.admin.frame import actor_of, frame
from plugins.resources.domain.booking import (
    NotFree,
    cancel,
    change_unit,
    confirm,
    refuse,
)
from plugins.resources.domain.histories import free_units_for, history_of, outlooks
from plugins.resources.domain.offers import NotOpen, offer
from plugins.resources.domain.stories import tell
from plugins.resources.domain.waiting import put_on_list, settle_holding
from plugins.resources.enums import BookingState, StepKind
from plugins.resources.models import Booking, Line, Request, Unit

Answer = HttpResponse | None


def deciding(request: HttpRequest, pk: int) -> HttpResponse:
    """One request; what is sent says by its button what to do."""
    wanted = get_object_or_404(Request, pk=pk)
    forms: dict[str, Any] = {}
    if request.method == "POST":
        act = ACTS.get(request.POST.get("do", ""))
        try:
            if act is not None and act(request, wanted, forms):
                return redirect("resources_admin:request", pk=pk)
        except NotFree as error:
            messages.error(request, _not_free(error))
            return redirect("resources_admin:request", pk=pk)
        except NotOpen:
            messages.error(request, _("Somebody has decided this line already."))
            return redirect("resources_admin:request", pk=pk)
    return render(request, "resources/admin/request.html", _context(wanted, forms))


def _context(wanted: Request, forms: dict[str, Any]) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    for outlook in outlooks(wanted):
        form = forms.get(f"offer-{outlook.line.pk}") or (
            OfferForm(outlook.line) if outlook.is_open else None
        )
        held = [
            (booking, free_units_for(booking))
            for booking in outlook.bookings
            if booking.state in (BookingState.HELD, BookingState.CONFIRMED)
        ]
        rows.append({"outlook": outlook, "form": form, "held": held[:12]})
    steps = wanted.steps.all()
    way = (_("Requests"), reverse("resources_admin:requests"))
    return frame(wanted.number, way, subtitle=wanted.organisation_name or wanted.name) | {
        "wanted": wanted,
        "rows": rows,
        "history": history_of(wanted),
        "steps": steps,
        "reason_form": forms.get("reason") or ReasonForm(),
        "any_open": any(row["outlook"].is_open for row in rows),
        "states": {row["outlook"].line.status for row in rows},
    }


def _approve(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    lines = _chosen(request, wanted)
    if lines:
        confirm(wanted, lines, by=actor_of(request))
        settle_holding(Request.objects.get(pk=wanted.pk))
        messages.success(request, _("Confirmed. The borrower gets a mail."))
    return True


def _refuse(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        forms["reason"] = form
        return False
    lines = _chosen(request, wanted)
    if lines:
        open_lines = {row.line.pk for row in outlooks(wanted) if row.is_open}
        whole = {line.pk for line in lines} >= open_lines
        refuse(
            wanted,
            form.cleaned_data["reason"],
            None if whole else lines,
            by=actor_of(request),
        )
        settle_holding(Request.objects.get(pk=wanted.pk))
        messages.success(request, _("Refused. The borrower gets a mail with the reason."))
    return True


def _wait(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    made = put_on_list(wanted, _chosen(request, wanted), by=actor_of(request))
    if made:
        messages.success(request, _("On the waiting list. The borrower gets a mail."))
    return True


def _cancel(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    cancel(wanted, _chosen(request, wanted), by=actor_of(request))
    messages.success(request, _("Cancelled. The borrower gets a mail."))
    return True


def _offer(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    line = get_object_or_404(_lines(wanted), pk=_number(request, "line"))
    form = OfferForm(line, request.POST)
    if not form.is_valid():
        forms[f"offer-{line.pk}"] = form
        return False
    offer(line, form.change, by=actor_of(request))
    messages.success(request, _("Offered. The borrower gets a mail with a link to accept it."))
    return True


def _other_unit(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    bookings = Booking.objects.filter(line__request=wanted).select_related("line", "unit")
    booking = get_object_or_404(bookings, pk=_number(request, "booking"))
    unit = get_object_or_404(Unit, pk=_number(request, "unit"), article=booking.unit.article_id)
    change_unit(booking, unit, by=actor_of(request))
    messages.success(request, _("The piece is changed."))
    return True


def _note(request: HttpRequest, wanted: Request, forms: dict[str, Any]) -> bool:
    text = request.POST.get("note", "").strip()[:600]
    if text:
        tell(wanted, StepKind.NOTE, actor_of(request), text)
    return True


Act = Callable[[HttpRequest, Request, dict[str, Any]], bool]
ACTS: dict[str, Act] = {
    "approve": _approve,
    "refuse": _refuse,
    "wait": _wait,
    "cancel": _cancel,
    "offer": _offer,
    "unit": _other_unit,
    "note": _note,
}


def _lines(wanted: Request) -> Any:
    return wanted.lines.select_related("article", "room", "kit")


def _chosen(request: HttpRequest, wanted: Request) -> list[Line]:
    keys = [int(key) for key in request.POST.getlist("lines") if key.isdecimal()]
    lines = list(_lines(wanted).filter(pk__in=keys))
    if not lines:
        messages.error(request, _("Choose at least one line."))
    return lines


def _number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() else 0


def _not_free(error: NotFree) -> str:
    words = [
        _("%(thing)s (%(free)d free)") % {"thing": one.line.thing.name, "free": one.free}
        for one in error.shortages
    ]
    return _("Not free at this time: %s. Nothing was changed.") % ", ".join(words)
