"""The list of the day: what goes out, what comes back, what is late; for the phone and on paper."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plugins.resources.admin.frame import frame
from plugins.resources.domain.days import Visit, late, to_come_back, to_go_out
from verbund.plugin import german_date


@require_safe
def day(request: HttpRequest) -> HttpResponse:
    chosen = _chosen(request.GET.get("tag", ""))
    one = dt.timedelta(days=1)
    context = frame(_("List of the day"), subtitle=german_date(chosen)) | {
        "day": german_date(chosen),
        "before": (chosen - one).isoformat(),
        "after": (chosen + one).isoformat(),
        "is_today": chosen == timezone.localdate(),
        "parts": _parts(chosen),
    }
    return render(request, "resources/admin/day.html", context)


@dataclass(frozen=True)
class Part:
    title: str
    visits: list[Visit]
    view: str
    none: str


def _parts(chosen: dt.date) -> list[Part]:
    parts = [
        Part(_("Goes out"), to_go_out(chosen), "hand_out", _("Nothing goes out.")),
        Part(_("Comes back"), to_come_back(chosen), "take_back", _("Nothing comes back.")),
    ]
    if chosen == timezone.localdate():
        overdue = Part(_("Overdue"), late(), "take_back", _("Nothing is overdue."))
        return [overdue, *parts] if overdue.visits else parts
    return parts


def _chosen(text: str) -> dt.date:
    try:
        return parse_date(text) or timezone.localdate()
    except ValueError:
        return timezone.localdate()
