"""The report of a period: on the screen with a chart beside its table, as CSV, and on paper."""

import csv
import datetime as dt
import io
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from plugins.resources.admin.frame import frame
from plugins.resources.admin.papers import pdf_answer
from plugins.resources.domain.figures import Figures, figures
from plugins.resources.printing import Sheet, Table, sheet_pdf
from verbund.plugin import german_date

LONGEST = dt.timedelta(days=5 * 366)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class PeriodForm(forms.Form):
    """In the address: ?von=2026-01-01&bis=2026-12-31."""

    von = forms.DateField(
        label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"})
    )
    bis = forms.DateField(
        label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not dt.timedelta() <= values["bis"] - values["von"] <= LONGEST:
            self.add_error("bis", _("Choose an end after the beginning, within five years."))
        return values


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    form, found = _asked(request)
    context = frame(_("Report")) | {
        "form": form,
        "figures": found,
        "facts": _facts(found),
        "bars": _bars(found),
        "query": f"von={found.first.isoformat()}&bis={found.last.isoformat()}",
    }
    return render(request, "resources/admin/report.html", context)


@require_safe
def report_csv(request: HttpRequest) -> HttpResponse:
    """Semicolons and a mark at the beginning: what spreadsheets in German open as it is."""
    _form, found = _asked(request)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([_("What"), _("Loans"), _("Pieces"), _("Days"), _("Used in percent")])
    for use in found.uses:
        percent = "" if use.percent is None else use.percent
        writer.writerow([_harmless(use.name), use.loans, use.pieces, use.days, percent])
    writer.writerow([])
    writer.writerows(_facts(found))
    response = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv")
    response["Content-Disposition"] = f'attachment; filename="verleih-{found.first}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def report_pdf(request: HttpRequest) -> HttpResponse:
    _form, found = _asked(request)
    head = (_("What"), _("Loans"), _("Pieces"), _("Days"), _("Used"))
    rows = [
        (use.name, str(use.loans), str(use.pieces), str(use.days), _percent(use.percent))
        for use in found.uses
    ]
    months = [(formatted(month, "F Y"), str(count)) for month, count in found.months]
    nothing = _("Nothing was lent.")
    sheet = Sheet(
        heading=_("Report of lending"),
        lead=f"{german_date(found.first)} – {german_date(found.last)}",
        facts=_facts(found),
        tables=(
            Table(_("Use of each thing"), head, rows, (5, 2, 2, 2, 2), (1, 2, 3, 4), nothing),
            Table(_("By month"), (_("Month"), _("Loans")), months, (3, 1), (1,)),
        ),
    )
    return pdf_answer(sheet_pdf(sheet), f"verleih-{found.first}")


def _asked(request: HttpRequest) -> tuple[PeriodForm, Figures]:
    """The period of the address; this year where there is none or a wrong one."""
    today = timezone.localdate()
    year = {"von": today.replace(month=1, day=1), "bis": today}
    form = PeriodForm(request.GET if "von" in request.GET else None, initial=year)
    values = form.cleaned_data if form.is_valid() else year
    return form, figures(values["von"], values["bis"])


def _facts(found: Figures) -> list[tuple[str, str]]:
    return [
        (_("Loans"), str(found.loans)),
        (_("Days of loans"), str(found.days)),
        (_("Borrowers"), str(found.borrowers)),
        (_("Waited in vain"), str(found.lacking)),
    ]


@dataclass(frozen=True)
class Bar:
    """A bar of the chart, in a drawing that is 100 high; the table beside it says the same."""

    label: str
    count: int
    x: int
    y: int
    height: int


def _bars(found: Figures) -> list[Bar]:
    most = max((count for _month, count in found.months), default=0) or 1
    return [
        Bar(formatted(month, "F Y"), count, 20 * place, 100 - height, height)
        for place, (month, count) in enumerate(found.months)
        for height in [round(100 * count / most)]
    ]


def _percent(value: int | None) -> str:
    return "–" if value is None else f"{value} %"


def _harmless(text: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
