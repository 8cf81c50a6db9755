"""Documents of the pool as downloads: made when asked for, kept nowhere, never outdated."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plugins.resources import papers
from plugins.resources.enums import UnitStatus
from plugins.resources.models import Request, Unit
from plugins.resources.printing import Label, labels_pdf, sheet_pdf
from verbund.plugin import current_tenant

PAPERS = {"vertrag": papers.agreement, "uebergabe": papers.handover_sheet}
MOST_LABELS = 480


@require_safe
def paper(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    if kind not in PAPERS:
        raise Http404(kind)
    wanted = get_object_or_404(Request.objects.select_related("terms"), pk=pk)
    return pdf_answer(sheet_pdf(PAPERS[kind](wanted)), f"{kind}-{wanted.number}")


@require_safe
def labels(request: HttpRequest) -> HttpResponse:
    """Of one piece, of one article, or of all that can be lent."""
    units = Unit.objects.select_related("article", "room", "point")
    units = units.exclude(status=UnitStatus.RETIRED)
    for name, field in (("stueck", "pk"), ("artikel", "article")):
        value = request.GET.get(name, "")
        if value.isdecimal():
            units = units.filter(**{field: int(value)})
    found = [_label(unit) for unit in units[:MOST_LABELS]]
    if not found:
        raise Http404(_("There are no pieces."))
    return pdf_answer(labels_pdf(found), "etiketten")


def pdf_answer(pdf: bytes, name: str) -> HttpResponse:
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _label(unit: Unit) -> Label:
    target = current_tenant().base_url + reverse("resources_admin:piece", args=[unit.code])
    number = f"{unit.inventory_number} · {unit.code}"
    return Label(str(unit.article or unit.room), number, str(unit.point or ""), target)
